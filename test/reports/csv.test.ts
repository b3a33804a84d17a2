import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EntryContent } from '../../src/entry.ts';
import { csvLines, csvRow } from '../../src/reports/csv.ts';
import { readCsv, unescapedCell } from '../support/read-csv.ts';
import { content } from '../support/samples.ts';

const TITLES = new Map([[12, 'Write, "the" guide']]);

/** A file of these entries as text. */
function csv(entries: readonly EntryContent[], titles: ReadonlyMap<number, string> = TITLES): string {
  return [...csvLines(entries.map((entry) => csvRow(entry, titles)))].join('');
}

describe('a CSV file', () => {
  it('tells everything of an entry, in columns of its own, a unit in each', () => {
    const file = csv([
      content({
        clock: { startedAt: Date.UTC(2026, 8, 16, 7, 30), endedAt: Date.UTC(2026, 8, 16, 9) },
        seconds: 5400,
        tags: ['writing', 'deep'],
        task: 12,
        note: 'first line\nsecond, "quoted"',
        measures: [{ value: 12, unit: 'pages' }],
      }),
      content({ tags: [] }),
      content({ tags: [], measures: [{ value: 5.5, unit: 'km' }] }),
    ]);
    expect(file).toBe(
      [
        '\uFEFFDate,Start,End,Time zone,Seconds,Hours,Tags,Task,Task title,Note,km,pages,Start UTC,End UTC',
        '2026-09-16,2026-09-16 09:30:00,2026-09-16 11:00:00,Europe/Madrid,5400,1.5,writing deep,task-12,"Write, ""the"" guide","first line\nsecond, ""quoted""",,12,2026-09-16T07:30:00Z,2026-09-16T09:00:00Z',
        '2026-09-16,,,Europe/Madrid,2700,0.75,,,,,,,,',
        '2026-09-16,,,Europe/Madrid,2700,0.75,,,,,5.5,,,',
        '',
      ].join('\r\n'),
    );
  });

  it('is computed again to the second where the clocks change between start and end', () => {
    const entry = content({
      date: '2026-11-01',
      zone: 'America/New_York',
      clock: { startedAt: Date.UTC(2026, 10, 1, 5, 30), endedAt: Date.UTC(2026, 10, 1, 6, 15) },
      seconds: 2700,
    });
    const [head = [], row = []] = readCsv(csv([entry]).slice(1));
    const cell = (name: string) => row[head.indexOf(name)] ?? '';
    expect([cell('Start'), cell('End')]).toEqual(['2026-11-01 01:30:00', '2026-11-01 01:15:00']);
    expect((Date.parse(cell('End UTC')) - Date.parse(cell('Start UTC'))) / 1000).toBe(
      Number(cell('Seconds')),
    );
  });

  it.each([
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['\r=1', '"\'\r=1"'],
    ["'=1", "''=1"],
    ['＝1', "'＝1"],
    ['a=1', 'a=1'],
    ["'quoted'", "'quoted'"],
    ['', ''],
  ])('keeps %j from being a formula as %j', (note, cell) => {
    expect(
      csv([content({ note, tags: [] })])
        .split('\r\n')
        .slice(1)
        .join('\r\n'),
    ).toBe(`2026-09-16,,,Europe/Madrid,2700,0.75,,,,${cell},,\r\n`);
  });

  it('is read back as what was written, whatever a note, title or unit holds', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 30 }),
      fc.stringMatching(/^['=+\-@",\r\n\t]{0,6}[a-z ]{0,4}$/),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text), { maxLength: 8 }), text, (rows, unit) => {
        const titles = new Map(rows.map(([, title], number) => [number, title]));
        const entries = rows.map(([note], task) => content({ note, task, measures: [{ value: 1.5, unit }] }));
        const [head = [], ...read] = readCsv(csv(entries, titles).slice(1));
        expect(unescapedCell(head[10] ?? '')).toBe(rows.length === 0 ? 'Start UTC' : unit);
        expect(read.map((cells) => [unescapedCell(cells[9] ?? ''), unescapedCell(cells[8] ?? '')])).toEqual(
          rows,
        );
        expect(read.every((cells) => cells.length === 13 && cells[10] === '1.5')).toBe(true);
        expect(read.flat().some((cell) => /^[=+\-@\t\r]/.test(cell))).toBe(false);
      }),
      { seed: 7, numRuns: 300 },
    );
  });
});
