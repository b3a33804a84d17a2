import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvEntry, csvHead } from '../../src/reports/csv.ts';
import { readCsv, unescapedCell } from '../support/read-csv.ts';
import { content } from '../support/samples.ts';

const TITLES = new Map([[12, 'Write, "the" guide']]);
const NO_UNITS = { titles: TITLES, units: [] };

describe('a CSV file', () => {
  it('tells everything of an entry, in columns of its own, a unit in each', () => {
    const units = ['km', 'pages'];
    const file =
      csvHead({ units }) +
      csvEntry(
        content({
          clock: { startedAt: Date.UTC(2026, 8, 16, 7, 30), endedAt: Date.UTC(2026, 8, 16, 9) },
          seconds: 5400,
          tags: ['writing', 'deep'],
          task: 12,
          note: 'first line\nsecond, "quoted"',
          measures: [{ value: 12, unit: 'pages' }],
        }),
        { titles: TITLES, units },
      ) +
      csvEntry(content({ tags: [] }), { titles: TITLES, units });
    expect(file).toBe(
      [
        '\uFEFFDate,Start,End,Time zone,Seconds,Hours,Tags,Task,Task title,Note,km,pages',
        '2026-09-16,2026-09-16 09:30:00,2026-09-16 11:00:00,Europe/Madrid,5400,1.5,writing deep,task-12,"Write, ""the"" guide","first line\nsecond, ""quoted""",,12',
        '2026-09-16,,,Europe/Madrid,2700,0.75,,,,,,',
        '',
      ].join('\r\n'),
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
    expect(csvEntry(content({ note, tags: [] }), NO_UNITS)).toBe(
      `2026-09-16,,,Europe/Madrid,2700,0.75,,,,${cell}\r\n`,
    );
  });

  it('is read back as what was written, whatever a note, title or unit holds', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 30 }),
      fc.stringMatching(/^['=+\-@",\r\n\t]{0,6}[a-z ]{0,4}$/),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text), { maxLength: 8 }), text, (rows, unit) => {
        const units = [unit];
        const file = rows
          .map(([note, title]) =>
            csvEntry(content({ note, task: 7, measures: [{ value: 1.5, unit }] }), {
              titles: new Map([[7, title]]),
              units,
            }),
          )
          .join('');
        const [head = [], ...read] = readCsv(csvHead({ units }).slice(1) + file);
        expect(unescapedCell(head.at(-1) ?? '')).toBe(unit);
        expect(read.map((cells) => [unescapedCell(cells[9] ?? ''), unescapedCell(cells[8] ?? '')])).toEqual(
          rows,
        );
        expect(read.every((cells) => cells.length === 11 && cells[10] === '1.5')).toBe(true);
        expect(read.flat().some((cell) => /^[=+\-@\t\r]/.test(cell))).toBe(false);
      }),
      { seed: 7, numRuns: 300 },
    );
  });
});
