import type { types } from '@slack/bolt';
import type { Block } from './blocks.ts';
import { shorten } from './escape.ts';

/** Slack takes 100 rows, the header among them. */
export const MOST_ROWS = 99;

/** A cell longer than this makes its table hard to read on a phone. */
const CELL = 60;

/** Which side a column's cells lean to: words to the left, amounts to the right. */
export type Align = 'left' | 'right';

/** What stands in a cell: plain text, or a member, whom Slack names. */
export type Cell = string | { readonly mention: string };

/** A table in messages only, one a message. The first row names the columns. */
export function table(aligns: readonly Align[], rows: readonly (readonly Cell[])[]): Block {
  return {
    type: 'table',
    column_settings: aligns.map((align) => ({ align })),
    rows: rows.map((cells) => cells.map(cellOf)),
  };
}

function cellOf(cell: Cell): types.TableBlock['rows'][number][number] {
  // Slack refuses an empty cell.
  if (typeof cell === 'string') return { type: 'raw_text', text: cell === '' ? '–' : shorten(cell, CELL) };
  const elements = [{ type: 'user' as const, user_id: cell.mention }];
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] };
}
