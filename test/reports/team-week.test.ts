import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addAmounts, NO_AMOUNTS } from '../../src/reports/amounts.ts';
import { type TeamWeek, tallyTeamWeek } from '../../src/reports/team-week.ts';
import { content } from '../support/samples.ts';

/** A Monday, on which the week before is told. */
const REQUEST = { today: '2026-09-21', weekStart: 1 } as const;
const DATES = ['2026-09-07', '2026-09-14', '2026-09-16', '2026-09-20', '2026-09-21'] as const;

const logged = fc.array(
  fc.record({
    memberId: fc.constantFrom('U1', 'U2', 'U3', 'U4', 'U5'),
    date: fc.constantFrom(...DATES),
    seconds: fc.integer({ min: 60, max: 36_000 }),
    tags: fc.uniqueArray(fc.constantFrom('a', 'b'), { maxLength: 2 }),
  }),
  { maxLength: 20 },
);
const allowing = fc.uniqueArray(fc.constantFrom('U1', 'U2', 'U3', 'U4', 'U5'));

describe('a team’s week', () => {
  it('names nobody who did not allow it, never sums one alone, and loses nothing', () => {
    fc.assert(
      fc.property(logged, allowing, (entries, allowed) => {
        const tally = tallyTeamWeek(REQUEST);
        for (const { memberId, ...said } of entries) tally.add(memberId, [content(said)]);
        const may: ReadonlySet<string> = new Set(allowed);
        const week = tally.week(may);
        const mine = entries.filter(({ date }) => date >= '2026-09-14' && date <= '2026-09-20');
        const mayBeTold = (of: readonly { readonly memberId: string }[]) => {
          const members = [...new Set(of.map(({ memberId }) => memberId))];
          return members.length > 1 || members.every((id) => may.has(id));
        };
        expect(week === 'empty').toBe(mine.length === 0);
        if (week === 'empty') return;
        expect(week === 'one alone').toBe(!mayBeTold(mine));
        if (week === 'one alone') return;
        expect(week.members).toBe(new Set(mine.map(({ memberId }) => memberId)).size);
        const before = entries.filter(({ date }) => date < '2026-09-14');
        expect(week.before !== undefined).toBe(mayBeTold(before));
        for (const tag of ['a', 'b'] as const) {
          const used = mine.filter(({ tags }) => tags.includes(tag));
          const isShown = week.tags.some((row) => row.kind === 'tag' && row.tag === tag);
          expect(isShown).toBe(used.length > 0 && mayBeTold(used));
        }
        for (const row of week.named) {
          if (row.kind !== 'member') throw new Error('a row of something else');
          if (row.memberId !== undefined) expect(allowed).toContain(row.memberId);
          else expect(row.count).toBeGreaterThanOrEqual(2);
        }
        const sum = week.named.reduce((all, { amounts }) => addAmounts(all, amounts), NO_AMOUNTS);
        if (week.named.length > 0) expect(sum).toEqual(week.total);
        const days = week.days.reduce((all, { amounts }) => addAmounts(all, amounts), NO_AMOUNTS);
        expect(days).toEqual(week.total);
        expect(week.total.seconds).toBe(mine.reduce((all, { seconds }) => all + seconds, 0));
      }),
      { seed: 22, numRuns: 500 },
    );
  });

  it('names most first, and the one with least counts with a single one who must not be named', () => {
    const tally = tallyTeamWeek(REQUEST);
    for (const [memberId, seconds] of [
      ['U1', 300],
      ['U2', 200],
      ['U3', 100],
      ['U4', 50],
    ] as const)
      tally.add(memberId, [content({ date: '2026-09-15', seconds })]);
    const shown = (...allowed: string[]) =>
      told(tally.week(new Set(allowed))).named.map(
        (row) => row.kind === 'member' && [row.memberId ?? `${row.count} others`, row.amounts.seconds],
      );
    expect(shown('U1', 'U2', 'U3', 'U4')).toEqual([
      ['U1', 300],
      ['U2', 200],
      ['U3', 100],
      ['U4', 50],
    ]);
    expect(shown('U1', 'U2', 'U4')).toEqual([
      ['U1', 300],
      ['U2', 200],
      ['2 others', 150],
    ]);
    expect(shown('U4')).toEqual([
      ['U4', 50],
      ['3 others', 600],
    ]);
    expect(shown()).toEqual([]);
  });
});

function told(week: ReturnType<ReturnType<typeof tallyTeamWeek>['week']>): TeamWeek {
  if (typeof week === 'string') throw new Error(`nothing is told: ${week}`);
  return week;
}
