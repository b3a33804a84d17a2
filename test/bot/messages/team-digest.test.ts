import { describe, expect, it } from 'vitest';
import { lintMessage } from '../../../playground/block-kit/lint.ts';
import { teamDigestDetail, teamDigestMessage } from '../../../src/bot/messages/team-digest.ts';
import type { Block } from '../../../src/bot/slack/blocks.ts';
import type { Amounts } from '../../../src/reports/amounts.ts';
import type { GroupRow } from '../../../src/reports/groups.ts';
import type { TeamWeek } from '../../../src/reports/team-week.ts';

const AMOUNTS: Amounts = {
  entries: 3,
  seconds: 4 * 3600 + 59 * 60 + 1,
  measures: [
    { value: 12_345, unit: 'pages' },
    { value: 42.195, unit: 'kilometres' },
  ],
};

const taskRow = (task: number): GroupRow => ({
  kind: 'task',
  task,
  depth: 0,
  amounts: AMOUNTS,
  own: AMOUNTS,
});
const tagRow = (tag: string): GroupRow => ({ kind: 'tag', tag, amounts: AMOUNTS });

function week(tasks: number, tags: number, isNamed = true): TeamWeek {
  const named: readonly GroupRow[] = [{ kind: 'member', memberId: 'U1', amounts: AMOUNTS }];
  return {
    week: { since: '2026-09-14', until: '2026-09-20' },
    members: 3,
    total: AMOUNTS,
    days: [{ kind: 'day', date: '2026-09-14', amounts: AMOUNTS }],
    tags: Array.from({ length: tags }, (_, index) => tagRow(`${'tag'.repeat(8)}-${index}`)),
    tasks: Array.from({ length: tasks }, (_, index) => taskRow(index + 1)),
    named: isNamed ? named : [],
  };
}

const titles = new Map(
  Array.from({ length: 500 }, (_, index) => [index + 1, `Überarbeitung <${'ä&'.repeat(40)}>`] as const),
);
const WORDS = {
  today: '2026-09-21',
  titles,
  names: new Map([['U1', 'Ana']]),
  plan: { weekday: 1, time: '09:00' },
} as const;

/** Every line of mrkdwn that stands in a section. */
const linesOf = (blocks: readonly Block[]) =>
  blocks.flatMap((block) => (block.type === 'section' ? (block.text?.text ?? '').split('\n') : []));

describe('the details of a team’s week', () => {
  it.each([
    [45, 0],
    [45, 45],
    [500, 500],
    [1, 500],
  ])(
    'of %i tasks and %i tags hold whole lines, as many as Slack takes, and say how many are left out',
    (tasks, tags) => {
      const { text, blocks } = teamDigestDetail(week(tasks, tags), WORDS);
      expect(lintMessage({ text, blocks })).toEqual([]);
      for (const [title, of] of [
        ['task-', tasks],
        ['#tag', tags],
      ] as const) {
        const lines = linesOf(blocks);
        const listed = lines.filter((line) => line.startsWith(title));
        for (const line of listed) expect(line).toMatch(/kilometres\)?$/);
        const rest = of - listed.length;
        if (rest > 0) expect(lines).toContain(`… and ${rest} more, which the total holds too.`);
        expect(listed.length).toBeGreaterThanOrEqual(Math.min(of, 20));
      }
      expect(linesOf(blocks).filter((line) => line.endsWith('…'))).toEqual([]);
    },
  );

  it('list all of what is usual for a team', () => {
    const lines = linesOf(teamDigestDetail(week(30, 30), { ...WORDS, titles: new Map() }).blocks);
    expect(lines.filter((line) => line.startsWith('task-'))).toHaveLength(30);
    expect(lines.join()).not.toContain('more, which');
  });

  it('say how much a table leaves out', () => {
    const { text, blocks } = teamDigestDetail(week(1, 100, false), WORDS);
    expect(lintMessage({ text, blocks })).toEqual([]);
    const [rows = 0] = blocks.flatMap((block) => (block.type === 'table' ? [block.rows.length] : []));
    expect(JSON.stringify(blocks.at(-1))).toContain(`The table has ${rows - 2} of 100.`);
  });
});

describe('the message of a team’s week', () => {
  it('promises nothing that may not follow', () => {
    const { text } = teamDigestMessage(week(45, 0), WORDS);
    expect(text).toContain(' · 40 more');
    expect(text).not.toContain('thread');
  });
});
