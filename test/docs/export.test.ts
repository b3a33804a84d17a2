import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { OTHER_LISTS } from '../../src/bot/export/everything.ts';
import { COLUMNS, INSTANTS } from '../../src/reports/csv.ts';

const GUIDE = readFileSync(new URL('../../docs/export.md', import.meta.url), 'utf8');

/** The names in the first column of a section's tables, in their order. */
function namesIn(section: string): readonly string[] {
  const text = GUIDE.split(/^## /m).find((part) => part.startsWith(section)) ?? '';
  return [...text.matchAll(/^\| (`.*?) \|/gm)].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name),
  );
}

describe('what stands where in a file', () => {
  it('names the columns of a CSV file in their order, units between them', () => {
    expect(namesIn('CSV')).toEqual([...COLUMNS, 'km', 'pages', ...INSTANTS]);
  });

  it('names the lists of a JSON file', () => {
    expect(namesIn('JSON')).toEqual(expect.arrayContaining(['entries', ...OTHER_LISTS]));
  });
});
