import { beforeEach, describe, expect, it } from 'vitest';
import type { EntryContent } from '../../src/entry.ts';
import { deleteEntry } from '../../src/store/change-entry.ts';
import { entryAttributes, entryKind } from '../../src/store/kinds/entry.ts';
import { ownerOf } from '../../src/store/kinds/member.ts';
import { logEntries } from '../../src/store/log-entries.ts';
import { type Store, withTally } from '../../src/store/store.ts';
import { changeTag } from '../../src/store/tags.ts';
import { readTeamEntries, type TeamQuery } from '../../src/store/team-entries.ts';
import { freshStore } from '../support/engine.ts';
import { putEntries } from '../support/put-entries.ts';
import { putRows } from '../support/put-rows.ts';
import { content } from '../support/samples.ts';

let store: Store;
beforeEach(async () => {
  store = await freshStore();
});

const WEEK = { since: '2026-09-14', until: '2026-09-20' };
const QUERY = {
  workspaceId: 'T1',
  memberIds: ['U1', 'U2'],
  period: WEEK,
  withTags: false,
  today: '2026-09-16',
} as const satisfies TeamQuery;

async function read(query: Partial<TeamQuery> = {}, from: Store = store) {
  const found: (EntryContent & { readonly memberId: string })[] = [];
  const { unreadable } = await readTeamEntries(from, { ...QUERY, ...query }, (memberId, entries) => {
    for (const entry of entries) found.push({ ...entry, memberId });
  });
  return { found: found.toSorted((one, other) => (one.memberId < other.memberId ? -1 : 1)), unreadable };
}

const memberOf = (memberId: string, workspaceId = 'T1') => ({ workspaceId, memberId });

describe('entries of a team', () => {
  it('are those of its members and the period, live, without their notes', async () => {
    await logEntries(store, memberOf('U1'), 'a', [content({ note: 'secret', date: '2026-09-14' })]);
    await logEntries(store, memberOf('U2'), 'b', [content({ date: '2026-09-20' })]);
    await logEntries(store, memberOf('U2'), 'c', [
      content({ date: '2026-09-21' }),
      content({ date: '2026-09-13' }),
    ]);
    await logEntries(store, memberOf('U3'), 'd', [content()]);
    await logEntries(store, memberOf('U1', 'T2'), 'e', [content()]);
    const { entries } = await logEntries(store, memberOf('U1'), 'f', [content()]);
    const [gone] = entries;
    if (gone === undefined) throw new Error('nothing was logged');
    await deleteEntry(store, memberOf('U1'), 'g', gone);
    for (const withTags of [false, true]) {
      const { found } = await read({ withTags });
      expect(found.map(({ memberId, date }) => [memberId, date])).toEqual([
        ['U1', '2026-09-14'],
        ['U2', '2026-09-20'],
      ]);
      expect(JSON.stringify(found)).not.toContain('secret');
    }
  });

  it.each([
    ['lately', '2026-09-16', 1],
    ['long ago', '2027-03-01', 2],
  ])('carry each member’s own names of tags, %s', async (_, today, requests) => {
    for (const id of ['U1', 'U2'])
      await logEntries(store, memberOf(id), `log ${id}`, [content({ tags: ['writing', 'mail'] })]);
    await changeTag(store, memberOf('U1'), 'r', [], { kind: 'rename', from: 'writing', to: 'prose' });
    const counted = withTally(store);
    const { found } = await read({ withTags: true, today }, counted.store);
    expect(found.map(({ tags }) => tags)).toEqual([
      ['prose', 'mail'],
      ['writing', 'mail'],
    ]);
    expect(counted.tally.requests).toBe(2 * requests);
  });

  it.each([
    [false, '2026-09-16'],
    [true, '2026-09-16'],
    [true, '2027-03-01'],
  ])('come in portions, between which others get their turn (tags: %s, on %s)', async (withTags, today) => {
    const many = Array.from({ length: 600 }, () => content());
    for (const id of ['U1', 'U2', 'U3']) await putEntries(store, memberOf(id), many);
    const portions: { readonly count: number; readonly hadTheirTurn: boolean }[] = [];
    let hadTheirTurn = true;
    const query = { ...QUERY, memberIds: ['U1', 'U2', 'U3'], withTags, today };
    await readTeamEntries(store, query, (_, entries) => {
      portions.push({ count: entries.length, hadTheirTurn });
      hadTheirTurn = false;
      setImmediate(() => {
        hadTheirTurn = true;
      });
    });
    expect(portions.reduce((sum, { count }) => sum + count, 0)).toBe(1800);
    expect(Math.max(...portions.map(({ count }) => count))).toBeLessThanOrEqual(500);
    expect(portions.every((portion) => portion.hadTheirTurn)).toBe(true);
  });

  it('cost a request and two units a member with a hundred entries, however many there are', async () => {
    const members = Array.from({ length: 40 }, (_, index) => `U${100 + index}`);
    for (const id of members) {
      const rows = Array.from({ length: 100 }, (_, index) =>
        entryKind.item({
          ...ownerOf(memberOf(id)),
          date: `2026-09-${14 + (index % 7)}`,
          id: `${index}`.padStart(10, '0'),
          ...entryAttributes(memberOf(id), content({ tags: ['writing'], note: 'a note of some words' })),
          v: index + 1,
          m: index + 1,
        }),
      );
      await putRows(store, rows);
    }
    const counted = withTally(store);
    const { found } = await read({ memberIds: members }, counted.store);
    expect(found).toHaveLength(4000);
    expect(counted.tally.requests).toBe(40);
    expect(counted.tally.read / 40).toBeLessThanOrEqual(2.5);
    expect(counted.tally.write).toBe(0);
  });
});
