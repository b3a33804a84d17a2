import { formatDuration } from '../duration.ts';
import type { EntryContent } from '../entry.ts';
import { formatMeasure } from '../measure.ts';
import type { ReadContext } from './reading.ts';
import { dayText, wallTextAt } from './wall-words.ts';
import { localDateAt } from './zone-clock.ts';

/** The words of a choice's button: `Today 14:00-15:00`, `Fri 2026-09-11, 2h`. */
export function labelOf(content: EntryContent, { now, zone }: ReadContext): string {
  const day = dayText(content.date, localDateAt(now, zone));
  const name = day.charAt(0).toUpperCase() + day.slice(1);
  if (content.clock !== undefined) {
    const { startedAt, endedAt } = content.clock;
    return `${name} ${wallTextAt(startedAt, zone)}-${wallTextAt(endedAt, zone)}`;
  }
  const amount =
    content.seconds === undefined
      ? content.measures.map(formatMeasure).join(', ')
      : formatDuration(content.seconds);
  return content.note === undefined ? `${name}, ${amount}` : `${name}, ${amount}: ${content.note}`;
}
