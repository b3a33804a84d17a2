import { LIMITS } from './limits.ts';
import { type Fields, isFields, type Report } from './problem.ts';
import { textLength, utf8Bytes } from './text-length.ts';

/** Reports what no single block shows: limits on a message as a whole. */
export function reportMessageTotals(blocks: readonly unknown[], report: Report): void {
  const all = blocks.filter(isFields);
  const limits = LIMITS.message;
  atMost(ofType(all, 'data_visualization').length, limits.charts, 'charts', report);
  atMost(ofType(all, 'table').length, limits.tables, 'tables', report);
  atMost(textLength(ofType(all, 'table')), limits.tableText, 'characters in tables', report);
  atMost(textLength(ofType(all, 'markdown')), limits.markdownText, 'characters in markdown blocks', report);
  // Tables have limits of their own, a data_table even a larger one.
  const prose = all.filter(({ type }) => type !== 'table' && type !== 'data_table');
  const bytes = textLength(prose, utf8Bytes);
  if (bytes > limits.blockTextBytes) {
    report(
      '/blocks',
      `has ${bytes} bytes of text, above ${limits.blockTextBytes} Slack answers msg_blocks_too_long`,
    );
  }
}

function ofType(blocks: readonly Fields[], type: string): readonly Fields[] {
  return blocks.filter((block) => block['type'] === type);
}

function atMost(found: number, max: number, what: string, report: Report): void {
  if (found > max) report('/blocks', `has ${found} ${what}, Slack allows ${max} in a message`);
}
