import { LIMITS } from './limits.ts';
import { type Fields, isFields, listOf, type Report } from './problem.ts';
import { richTextBlock } from './rich-text.ts';
import { boolean, list, number, type ObjectShape, object, optional, string, typed, word } from './shape.ts';
import { textLength } from './text-length.ts';

const CELLS: Readonly<Record<string, ObjectShape>> = {
  raw_text: object({ text: string(LIMITS.message.tableText) }),
  raw_number: object({
    value: number(-Number.MAX_VALUE, Number.MAX_VALUE, false),
    text: string(LIMITS.message.tableText),
  }),
  rich_text: richTextBlock,
};
const cell = typed(() => CELLS, Object.keys(CELLS), 'a table cell');

const columnSetting = object({
  align: optional(word('left', 'center', 'right')),
  is_wrapped: optional(boolean),
});

export const tableFields = {
  rows: list(list(cell, LIMITS.table.cells), LIMITS.table.rows),
  column_settings: optional(list(columnSetting, LIMITS.table.cells)),
};

export const dataTableFields = {
  rows: list(list(cell, LIMITS.dataTable.cells), LIMITS.dataTable.rows, LIMITS.dataTable.minRows),
  caption: string(LIMITS.section.text),
  page_size: optional(number(1, LIMITS.dataTable.pageSize)),
  row_header_column_index: optional(number(0, LIMITS.dataTable.cells - 1)),
};

/** A rule: every row has as many cells as the first. */
export function equalRows(value: Fields, pointer: string, report: Report): void {
  const rows = listOf(value['rows']).map(listOf);
  const width = rows[0]?.length;
  for (const [index, row] of rows.entries()) {
    if (row.length !== width)
      report(`${pointer}/rows/${index}`, `has ${row.length} cells, the first row ${width}`);
  }
}

/** A rule: the header cells of a data_table are raw, and all its text stays under the limit. */
export function dataTableText(value: Fields, pointer: string, report: Report): void {
  for (const [index, header] of listOf(listOf(value['rows'])[0]).entries()) {
    if (isFields(header) && header['type'] === 'rich_text')
      report(`${pointer}/rows/0/${index}`, 'a header must be raw');
  }
  const length = textLength(value['rows']);
  if (length > LIMITS.dataTable.text) {
    report(pointer, `has ${length} characters, Slack allows ${LIMITS.dataTable.text}`);
  }
}
