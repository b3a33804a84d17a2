import { readLine } from '../../src/phrase/read-line.ts';
import type { ReadContext, Reading } from '../../src/phrase/reading.ts';

/** Wednesday 16 September 2026, five past five in the afternoon in New York. */
export const WEDNESDAY: ReadContext = { now: Date.parse('2026-09-16T21:05:00Z'), zone: 'America/New_York' };

/** A moment given by the wall clock of a zone, `2026-09-16 17:05`. */
export function moment(wall: string, zone: string, weekStart: 1 | 7 = 1): ReadContext {
  const [date = '', time = ''] = wall.split(' ');
  return { now: instantOf(date, time, zone), zone, weekStart };
}

/**
 * The instant of a wall time, found without Temporal: every offset in steps of 15 minutes is tried against what
 * Intl.DateTimeFormat shows. The earlier one where there are two; throws where there is none.
 */
export function instantOf(date: string, time: string, zone: string): number {
  const wall = Date.parse(`${date}T${time.length === 5 ? `${time}:00` : time}Z`);
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'medium',
  });
  const wanted = new Date(wall).toISOString().slice(0, 19).replace('T', ' ');
  for (let quarters = 60; quarters >= -60; quarters -= 1) {
    const instant = wall - quarters * 15 * 60_000;
    if (format.format(instant) === wanted) return instant;
  }
  throw new Error(`${zone} has no ${date} ${time}`);
}

/** `date` some days later, by the calendar. */
export function daysAfter(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** A reading in one short line, for tables: `log 3600 2026-09-16 09:30-11:00`, `error invalid`, `ask future`. */
export function brief(reading: Reading): string {
  if (reading.kind === 'command') return `command ${reading.command.name}`;
  if (reading.kind !== 'log') return `${reading.kind} ${reading.reason}`;
  const { seconds, date, clock, zone } = reading.content;
  const wall = (instant: number) =>
    new Intl.DateTimeFormat('sv-SE', { timeZone: zone, timeStyle: 'short' }).format(instant);
  const times = clock === undefined ? '' : ` ${wall(clock.startedAt)}-${wall(clock.endedAt)}`;
  return `log ${seconds ?? '-'} ${date}${times}`;
}

/** Reads a line at a moment, in short. */
export function briefly(text: string, context: ReadContext = WEDNESDAY): string {
  return brief(readLine(text, context));
}
