import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../src/entry.ts';
import { CALENDAR_END, CALENDAR_HEAD, calendarEvent } from '../../src/reports/ical.ts';
import { readCalendar, unescapedText } from '../support/read-calendar.ts';
import { ADA, content } from '../support/samples.ts';

const CONTEXT = { member: ADA, titles: new Map([[12, 'Write the guide']]) };

function entry(said: Partial<Entry> = {}): Entry {
  return { ...content(said), id: 'abc', version: Date.UTC(2026, 8, 16, 10) + 0.123, ...said };
}

describe('a calendar', () => {
  it('has an event from when to when, in UTC, for what was given by clock times', () => {
    const clock = { startedAt: Date.UTC(2026, 8, 16, 7, 30), endedAt: Date.UTC(2026, 8, 16, 9) };
    const one = entry({ clock, seconds: 5400, note: 'Call, Kim; and\nothers', task: 12 });
    expect(CALENDAR_HEAD + calendarEvent(one, CONTEXT) + CALENDAR_END).toBe(
      [
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'PRODID:-//Stint//Stint//EN',
        'CALSCALE:GREGORIAN',
        'BEGIN:VEVENT',
        'UID:T1-U1-2026-09-16-abc@stint',
        'DTSTAMP:20260916T100000Z',
        'DTSTART:20260916T073000Z',
        'DTEND:20260916T090000Z',
        'SUMMARY:1h 30m · Call\\, Kim\\; and',
        'DESCRIPTION:Call\\, Kim\\; and\\nothers\\n#writing\\ntask-12 Write the guide',
        'CATEGORIES:writing',
        'CLASS:PRIVATE',
        'END:VEVENT',
        'END:VCALENDAR',
        '',
      ].join('\r\n'),
    );
  });

  it('has an event of the whole day, which leaves it free, for what was given as a length', () => {
    const text = calendarEvent(entry({ date: '2026-12-31', tags: [] }), CONTEXT);
    expect(text).toContain('DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\nSUMMARY:45m\r\n');
    expect(text).toContain('TRANSP:TRANSPARENT');
  });

  it.each([
    [{ note: 'a note', task: 12 }, '45m · a note'],
    [{ task: 12 }, '45m · Write the guide'],
    [{ task: 13 }, '45m · task-13'],
    [{ tags: ['a', 'b'] }, '45m · #a #b'],
    [{ measures: [{ value: 12, unit: 'pages' }] }, '45m\\, 12 pages · #writing'],
  ])('names an event by the best that it has: %j', (said, summary) => {
    expect(calendarEvent(entry(said), CONTEXT)).toContain(`SUMMARY:${summary}\r\n`);
  });

  it('names the same content of an entry the same way each time', () => {
    expect(calendarEvent(entry(), CONTEXT)).toBe(calendarEvent(entry(), CONTEXT));
  });

  it('is read back as what was written, in lines of at most 75 octets, whatever a note holds', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.stringMatching(/^[\\;,\r\n "a-zé🎉-]{0,200}$/u),
    );
    fc.assert(
      fc.property(
        text,
        fc.array(fc.constantFrom('a,b', 'c;d', 'é', 'x'.repeat(90)), { maxLength: 3 }),
        (note, tags) => {
          const file = CALENDAR_HEAD + calendarEvent(entry({ note, tags }), CONTEXT) + CALENDAR_END;
          const properties = readCalendar(file);
          const textOf = (name: string) => properties.find((one) => one.name === name)?.value ?? '';
          const kept = note
            .toWellFormed()
            .replace(/\r\n?|\u2028|\u2029/g, '\n')
            // biome-ignore lint/suspicious/noControlCharactersInRegex: a calendar has none of them.
            .replace(/[\u0000-\u0008\u000B-\u001F\u007F]/g, '');
          const said = [kept, tags.map((tag) => `#${tag}`).join(' ')]
            .filter((part) => part !== '')
            .join('\n');
          expect(unescapedText(textOf('DESCRIPTION'))).toBe(said);
          expect(
            textOf('CATEGORIES')
              .split(/(?<!\\),/)
              .filter((tag) => tag !== '')
              .map(unescapedText),
          ).toEqual(tags);
          expect(properties.map(({ name }) => name).filter((name) => name === 'BEGIN')).toHaveLength(2);
        },
      ),
      { seed: 8, numRuns: 300 },
    );
  });
});
