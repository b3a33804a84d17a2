import { formatDuration } from '../../duration.ts';
import type { Warning } from '../../warning.ts';
import { entryLine } from './words.ts';

/** A warning as one sentence of mrkdwn. */
export function warningWords(warning: Warning): string {
  switch (warning.kind) {
    case 'overlap':
      return `:warning: ${formatDuration(warning.seconds)} of it overlap with ${entryLine(warning.with, 40)}.`;
    case 'long':
      return `:warning: That is a long one: ${formatDuration(warning.seconds)} at once.`;
    case 'full day':
      return `:warning: That day now holds ${formatDuration(warning.seconds)}, more than it has.`;
    default:
      return warning satisfies never;
  }
}
