import fc from 'fast-check';
import { expect } from 'vitest';
import { readLine } from '../../src/phrase/read-line.ts';
import type { LogReading, ReadContext } from '../../src/phrase/reading.ts';
import { readingJson } from '../../src/phrase/reading-json.ts';
import { localDateOf } from '../../src/time.ts';

/** Any Unicode text, whole characters or not. */
export const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
);

/** What holds of every entry that a line makes, whatever the line. */
function expectSound({ content, assumed }: LogReading, { now, zone }: ReadContext): void {
  const { seconds, clock, date, measures, note } = content;
  expect(date <= localDateOf(now, zone)).toBe(true);
  expect(seconds !== undefined || measures.length > 0).toBe(true);
  if (seconds !== undefined) {
    expect(Number.isSafeInteger(seconds) && seconds > 0 && seconds <= 25 * 3600).toBe(true);
    expect(assumed.includes('long')).toBe(seconds > 12 * 3600);
  }
  if (clock !== undefined) {
    expect(clock.endedAt <= now).toBe(true);
    expect((clock.endedAt - clock.startedAt) / 1000).toBe(seconds);
    expect(localDateOf(clock.startedAt, zone)).toBe(date);
  }
  expect(note === undefined || note === note.trim()).toBe(true);
}

/** Reads a line and expects a reading that can be kept, shown or printed. */
export function expectSoundReading(text: string, context: ReadContext): void {
  const reading = readLine(text, context);
  if (reading.kind === 'log') expectSound(reading, context);
  if (reading.kind === 'error') expect(reading.message.length).toBeGreaterThan(0);
  if (reading.kind === 'ask') {
    expect(reading.choices.length).toBeGreaterThan(0);
    for (const choice of reading.choices)
      if (choice.reading.kind === 'log') expectSound(choice.reading, context);
  }
  expect(() => JSON.stringify(readingJson(reading))).not.toThrow();
}
