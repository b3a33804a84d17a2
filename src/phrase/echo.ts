import { formatDuration } from '../duration.ts';
import type { ClockTimes, EntryContent } from '../entry.ts';
import { formatMeasure } from '../measure.ts';
import { taskName } from '../task.ts';
import { readLine } from './read-line.ts';
import type { ReadContext } from './reading.ts';
import { wallTextAt } from './wall-words.ts';
import { localDateAt } from './zone-clock.ts';

/**
 * The canonical line of an entry: `1h 30m 2026-09-15 5 km #running task-12 by the river`. Read again at the same moment it
 * gives the same entry, as far as a line can say it (line breaks in a note become spaces).
 */
export function lineOf(content: EntryContent, context: ReadContext): string {
  const names = [
    ...content.measures.map(formatMeasure),
    ...content.tags.map((tag) => `#${tag}`),
    ...(content.task === undefined ? [] : [taskName(content.task)]),
  ];
  const lines = timesOf(content, context).flatMap((time) =>
    notesOf(content.note).map((note) => [time, ...names, note].filter((word) => word !== '').join(' ')),
  );
  const wanted = fingerprint(content);
  const faithful = lines.find((line) => {
    const reading = readLine(line, context);
    return reading.kind === 'log' && fingerprint(reading.content) === wanted;
  });
  return faithful ?? lines.at(-1) ?? '';
}

/** The ways to say when and how long, the plainest first. */
function timesOf({ clock, date, seconds, zone }: EntryContent, { now }: ReadContext): readonly string[] {
  const days = date === localDateAt(now, zone) ? ['', date] : [date, ''];
  const times =
    clock === undefined
      ? [seconds === undefined ? '' : formatDuration(seconds)]
      : clockForms(clock, seconds ?? 0, zone);
  return times.flatMap((time) => days.map((day) => `${time} ${day}`.trim()));
}

function clockForms({ startedAt, endedAt }: ClockTimes, seconds: number, zone: string): readonly string[] {
  const [from, to, length] = [
    wallTextAt(startedAt, zone),
    wallTextAt(endedAt, zone),
    formatDuration(seconds),
  ];
  return [
    `${from}-${to}`,
    `${from}-24:00`,
    `${length} starting at ${from}`,
    `${length} ending at ${to}`,
    `since ${from}`,
  ];
}

/** A note as it is, or in quotes where its words would be read as something else. */
function notesOf(note: string | undefined): readonly string[] {
  return note === undefined ? [''] : [note, `"${note.replaceAll('"', '\\"')}"`];
}

function fingerprint({ date, zone, seconds, clock, measures, tags, task, note }: EntryContent): string {
  return JSON.stringify([date, zone, seconds, clock?.startedAt, clock?.endedAt, measures, tags, task, note]);
}
