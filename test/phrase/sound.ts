import fc from 'fast-check';
import { expect } from 'vitest';
import { readLine } from '../../src/phrase/read-line.ts';
import type { LogReading, ReadContext } from '../../src/phrase/reading.ts';
import { readingJson } from '../../src/phrase/reading-json.ts';
import { localDateOf } from '../../src/time.ts';
import type { Composed } from './composed.ts';

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
  if (reading.kind === 'error') {
    expect(reading.message.length).toBeGreaterThan(0);
    if (reading.suggestion !== undefined) {
      const again = readLine(reading.suggestion, context).kind;
      expect([text, reading.suggestion, again]).not.toEqual([text, reading.suggestion, 'error']);
    }
  }
  if (reading.kind === 'ask') {
    expect(reading.choices.length).toBeGreaterThan(0);
    for (const choice of reading.choices)
      if (choice.reading.kind === 'log') expectSound(choice.reading, context);
  }
  expect(() => JSON.stringify(readingJson(reading))).not.toThrow();
}

/** Reads a composed line and expects what its parts say; the note may fold case and space. */
export function expectAsComposed({ text, context, expected }: Composed): void {
  const reading = readLine(text, context);
  if (expected.kind === 'ask') {
    expect([text, reading.kind]).toEqual([text, 'ask']);
    return;
  }
  const { tags, note, ...content } = expected;
  expect([text, reading]).toMatchObject([text, { kind: 'log', content: contentOf(content) }]);
  if (reading.kind !== 'log') return;
  expect([text, new Set(reading.content.tags)]).toEqual([text, new Set(tags)]);
  expect([text, reading.content.note?.toLowerCase()]).toEqual([text, note?.toLowerCase()]);
  expect([text, reading.content.clock]).toEqual([text, expected.clock]);
}

function contentOf({
  kind: _,
  ...content
}: Omit<Extract<Composed['expected'], { kind: 'log' }>, 'tags' | 'note'>) {
  return content;
}
