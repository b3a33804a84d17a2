import type { Block } from './blocks.ts';
import { shorten } from './escape.ts';

/** Slack takes 100 rows, the header among them. */
export const MOST_ROWS = 99;

/** A cell longer than this makes its table hard to read on a phone. */
const CELL = 60;

/** Which side a column's cells lean to: words to the left, amounts to the right. */
export type Align = 'left' | 'right';

/** A table of plain text, in messages only, one a message. The first row names the columns. */
export function table(aligns: readonly Align[], rows: readonly (readonly string[])[]): Block {
  return {
    type: 'table',
    column_settings: aligns.map((align) => ({ align })),
    rows: rows.map((cells) =>
      // Slack refuses an empty cell.
      cells.map((cell) => ({ type: 'raw_text', text: cell === '' ? '–' : shorten(cell, CELL) })),
    ),
  };
}
