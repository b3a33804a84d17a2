import { describe, expect, it } from 'vitest';
import { readLine } from '../../src/phrase/read-line.ts';
import { briefly, daysAfter, instantOf, moment, WEDNESDAY } from './support.ts';

/** Text, start, end, and on which day it starts, counted from today; said at 17:05 unless the table says otherwise. */
type Row = readonly [text: string, start: string, end: string, day?: number];

const AT_FIVE: readonly Row[] = [
  ['9-11', '09:00', '11:00'],
  ['9 - 11', '09:00', '11:00'],
  ['9 -11', '09:00', '11:00'],
  ['9–11', '09:00', '11:00'],
  ['9—11', '09:00', '11:00'],
  ['9‑11', '09:00', '11:00'],
  ['9−11', '09:00', '11:00'],
  ['9--11', '09:00', '11:00'],
  ['9 to 11', '09:00', '11:00'],
  ['9 until 11', '09:00', '11:00'],
  ['9 till 11', '09:00', '11:00'],
  ['9 til 11', '09:00', '11:00'],
  ["9 'til 11", '09:00', '11:00'],
  ['from 9 to 11', '09:00', '11:00'],
  ['from 9-11', '09:00', '11:00'],
  ['from 9 until 11', '09:00', '11:00'],
  ['between 9 and 11', '09:00', '11:00'],
  ['between 9-11', '09:00', '11:00'],
  ['between 9:15 and 10', '09:15', '10:00'],
  ['9:30-11', '09:30', '11:00'],
  ['9:30-11:15', '09:30', '11:15'],
  ['9:30 to 11:15', '09:30', '11:15'],
  ['09:30-11:15', '09:30', '11:15'],
  ['9.30-11.15', '09:30', '11:15'],
  ['9.30-11', '09:30', '11:00'],
  ['9h30-11h', '09:30', '11:00'],
  ['9h-11h30', '09:00', '11:30'],
  ['9h30-11:15', '09:30', '11:15'],
  ['14h-16h', '14:00', '16:00'],
  ['0930-1100', '09:30', '11:00'],
  ['930-1100', '09:30', '11:00'],
  ['1400-1530', '14:00', '15:30'],
  ['14:15-15:00', '14:15', '15:00'],
  ['14:15 - 15', '14:15', '15:00'],
  ['9am-11am', '09:00', '11:00'],
  ['9 am - 11 am', '09:00', '11:00'],
  ['9AM-11AM', '09:00', '11:00'],
  ['9a.m.-11a.m.', '09:00', '11:00'],
  ['9 a.m. to 11 a.m.', '09:00', '11:00'],
  ['8:00am-9:15', '08:00', '09:15'],
  ['9:15am-10:45am', '09:15', '10:45'],
  ['10-11:30am', '10:00', '11:30'],
  ['9-11am', '09:00', '11:00'],
  ['10-4pm', '10:00', '16:00'],
  ['10-1pm', '10:00', '13:00'],
  ['11am-1', '11:00', '13:00'],
  ['11-1', '11:00', '13:00'],
  ['1pm-3', '13:00', '15:00'],
  ['1-3', '13:00', '15:00'],
  ['2-4', '14:00', '16:00'],
  ['2-3', '14:00', '15:00'],
  ['3-4:30pm', '15:00', '16:30'],
  ['12-1', '12:00', '13:00'],
  ['12-1pm', '12:00', '13:00'],
  ['12:30-1:15', '12:30', '13:15'],
  ['9-12', '09:00', '12:00'],
  ['9-5', '09:00', '17:00'],
  ['8-4', '08:00', '16:00'],
  ['9am-5pm', '09:00', '17:00'],
  ['7-8', '07:00', '08:00'],
  ['6-7', '06:00', '07:00'],
  ['noon-2', '12:00', '14:00'],
  ['noon to 1:30', '12:00', '13:30'],
  ['midday-1', '12:00', '13:00'],
  ['9 to noon', '09:00', '12:00'],
  ['midnight-2am', '00:00', '02:00'],
  ['0:00-1:30', '00:00', '01:30'],
  ['00:15-01:45', '00:15', '01:45'],
  ['02:00-03:00', '02:00', '03:00'],
  ['12am-1am', '00:00', '01:00'],
  ['12:15am-1am', '00:15', '01:00'],
  ['nine to five', '09:00', '17:00'],
  ['from nine to eleven', '09:00', '11:00'],
  ['half past nine to eleven', '09:30', '11:00'],
  ['half past nine to quarter to eleven', '09:30', '10:45'],
  ["9 o'clock to 11", '09:00', '11:00'],
  ['2 to 4 in the afternoon', '14:00', '16:00'],
  ['9 to 11 in the morning', '09:00', '11:00'],
  ['9 in the morning to 11', '09:00', '11:00'],
  ['this morning 9-11', '09:00', '11:00'],
  ['9-11 this morning', '09:00', '11:00'],
  ['this afternoon 1-3', '13:00', '15:00'],
  ['today 9-11', '09:00', '11:00'],
  ['9:00:30-9:45:15', '09:00:30', '09:45:15'],
  ['10pm-1am', '22:00', '01:00', -1],
  ['11pm-12:30am', '23:00', '00:30', -1],
  ['10pm-midnight', '22:00', '00:00', -1],
  ['22:00-24:00', '22:00', '00:00', -1],
  ['22:00-0:00', '22:00', '00:00', -1],
  ['8pm-1', '20:00', '01:00', -1],
  ['23:30-00:30', '23:30', '00:30', -1],
  ['yesterday 9-11', '09:00', '11:00', -1],
  ['yesterday 6-12', '06:00', '12:00', -1],
  ['yesterday 6:30-12', '06:30', '12:00', -1],
  ['yesterday 20:30-12', '20:30', '00:00', -1],
  ['17:15 to 12', '17:15', '00:00', -1],
  ['23 to 12:15', '23:00', '00:15', -1],
  ['9-11 yesterday', '09:00', '11:00', -1],
  ['yesterday from 9 to 11', '09:00', '11:00', -1],
  ['9 to 5 yesterday', '09:00', '17:00', -1],
  ['yesterday 10pm-1am', '22:00', '01:00', -1],
  ['10pm yesterday to 1am', '22:00', '01:00', -1],
  ['last night 10-1', '22:00', '01:00', -1],
  ['last night 9-11', '21:00', '23:00', -1],
  ['1-2 last night', '01:00', '02:00', 0],
  ['yesterday afternoon 2-4', '14:00', '16:00', -1],
  ['yesterday evening 7-9', '19:00', '21:00', -1],
  ['monday 9-11', '09:00', '11:00', -2],
  ['on monday from 9 to 11', '09:00', '11:00', -2],
  ['tuesday 13:00-14:30', '13:00', '14:30', -1],
  ['last friday 10am-noon', '10:00', '12:00', -5],
  ['2026-09-14 9-11', '09:00', '11:00', -2],
  ['9-11 on sep 14', '09:00', '11:00', -2],
  ['sep 14 9-11', '09:00', '11:00', -2],
  ['2 days ago 9-11', '09:00', '11:00', -2],
  ['9-11 day before yesterday', '09:00', '11:00', -2],
  ['sep 14 (mon), 9-11', '09:00', '11:00', -2],
  ['since 9 until 11', '09:00', '11:00'],
  ['9h-11', '09:00', '11:00'],
  ['2026/09/14 9-11', '09:00', '11:00', -2],
  ['5 km 9-11', '09:00', '11:00'],
  ['from 9am yesterday to 11am', '09:00', '11:00', -1],
  ['9-11 pages 3-5', '09:00', '11:00'],
  ['9-11 - 3 bugs fixed', '09:00', '11:00'],
  ['9-11 may review', '09:00', '11:00'],
  ['9-11 second draft', '09:00', '11:00'],
  ['9-11, second draft', '09:00', '11:00'],
  ['9 until 11 sep 14', '09:00', '11:00', -2],
  ['9-11 sep 14 2026', '09:00', '11:00', -2],
  ['14 sep 9-11 second draft', '09:00', '11:00', -2],
  ['9:30-11 may review', '09:30', '11:00'],
  ['9am-11am march planning', '09:00', '11:00'],
  ['from 9 to 11 september planning', '09:00', '11:00'],
  ['between 9 and 11 march planning', '09:00', '11:00'],
  ['room 4 9am-11am', '09:00', '11:00'],
  ['from monday 9am to 11am', '09:00', '11:00', -2],
  ['from yesterday 10pm to 1am', '22:00', '01:00', -1],
  ['yesterday 9-11 pages 3-5', '09:00', '11:00', -1],
];

const ZONES = ['America/New_York', 'Asia/Kolkata', 'Australia/Adelaide', 'Europe/Berlin'] as const;

describe('a clock range', () => {
  const rows = AT_FIVE.map(([text, start, end, day = 0]) => ({ text, start, end, day }));
  it.each(rows)('reads $text as $start to $end', ({ text, start, end, day }) => {
    for (const zone of ZONES) {
      const context = moment('2026-09-16 17:05', zone);
      const date = daysAfter('2026-09-16', day);
      const endDate = end < start ? daysAfter(date, 1) : date;
      const startedAt = instantOf(date, start, zone);
      const endedAt = instantOf(endDate, end, zone);
      for (const line of [text, `${text} #writing`, `#writing ${text}`, `${text} task-3 call with kim`]) {
        expect(readLine(line, context)).toMatchObject({
          kind: 'log',
          content: { date, clock: { startedAt, endedAt }, seconds: (endedAt - startedAt) / 1000 },
        });
      }
    }
  });

  it.each([
    ['09:00', '2-3', 'ask ambiguous'],
    ['09:00', '9-11', 'ask ambiguous'],
    ['09:00', '9-5', 'ask ambiguous'],
    ['09:00', '7-8', 'log 3600 2026-09-16 07:00-08:00'],
    ['09:00', '8-9', 'log 3600 2026-09-16 08:00-09:00'],
    ['09:00', '2pm-3pm', 'ask future'],
    ['09:00', 'today 2pm-3pm', 'error future'],
    ['09:00', '11pm-1am', 'log 7200 2026-09-15 23:00-01:00'],
    ['09:00', '12-1', 'ask ambiguous'],
    ['16:00', '9-5', 'ask ambiguous'],
    ['17:00', '9-5', 'log 28800 2026-09-16 09:00-17:00'],
    ['16:00', '3-5', 'ask ambiguous'],
    ['16:00', '3-4', 'log 3600 2026-09-16 15:00-16:00'],
    ['23:30', '9-11', 'log 7200 2026-09-16 09:00-11:00'],
    ['23:30', '9pm-11pm', 'log 7200 2026-09-16 21:00-23:00'],
    ['23:30', '6-7', 'log 3600 2026-09-16 18:00-19:00'],
    ['00:30', '11pm-midnight', 'log 3600 2026-09-15 23:00-00:00'],
    ['00:30', '9pm-11pm', 'ask future'],
    ['00:48', '9:30-11', 'ask ambiguous'],
    ['01:30', '10pm-1am', 'log 10800 2026-09-15 22:00-01:00'],
    ['00:30', '10pm-1am', 'log 10800 2026-09-14 22:00-01:00'],
    ['13:00', '10-1', 'log 10800 2026-09-16 10:00-13:00'],
    ['12:59', '10-1', 'ask ambiguous'],
    ['14:00', '1-2 yesterday', 'log 3600 2026-09-15 13:00-14:00'],
  ])('said at %s reads %j as %s', (time, text, expected) => {
    expect(briefly(text, moment(`2026-09-16 ${time}`, 'Europe/Berlin'))).toBe(expected);
  });

  it('offers what the ambiguous range may be, each of it in the past', () => {
    const reading = readLine('2-3 #x', moment('2026-09-16 09:00', 'Europe/Berlin'));
    expect(reading.kind === 'ask' && reading.choices.map(({ label }) => label)).toEqual([
      'Today 02:00-03:00',
      'Yesterday 14:00-15:00',
    ]);
  });

  it('does not think of thirteen hours where the likelier range has not passed yet', () => {
    const reading = readLine('9:30-11', moment('2026-09-16 00:48', 'Europe/Berlin'));
    expect(reading).toMatchObject({
      message: '09:30-11:00 today has not passed yet. The nearest that has is a day earlier.',
      choices: [{ label: 'Yesterday 09:30-11:00' }],
    });
  });

  it('marks a guessed half of the day and offers the other', () => {
    const reading = readLine('2-3 #x', WEDNESDAY);
    expect(reading).toMatchObject({
      kind: 'log',
      assumed: ['am/pm'],
      alternatives: [{ label: 'Switch to am' }],
    });
    expect(readLine('9-11', WEDNESDAY)).toMatchObject({ assumed: [], alternatives: [] });
    expect(readLine('14:00-15:00', WEDNESDAY)).toMatchObject({ assumed: [], alternatives: [] });
  });

  it.each([
    ['1h pages 9-11', 'log 3600 2026-09-16'],
    ['1h 1-1 with kim', 'log 3600 2026-09-16'],
    ['1h 2 to 4 people', 'log 3600 2026-09-16'],
    ['1h 9-11 memorial', 'log 3600 2026-09-16'],
    ['1h 2024-2025 plan', 'log 3600 2026-09-16'],
    ['9-11 2h', 'log 7200 2026-09-16'],
    ['1-1 30m', 'log 1800 2026-09-16'],
    ['2-3 win 1h', 'log 3600 2026-09-16'],
    ['9-10 notes, 3-5 pages', 'log 3600 2026-09-16 09:00-10:00'],
    ['9-10 retro, 1-1 with kim', 'log 3600 2026-09-16 09:00-10:00'],
    ['9-10 fixed tickets 3, 4-7', 'log 3600 2026-09-16 09:00-10:00'],
    ['9-10 tickets 4-7', 'log 3600 2026-09-16 09:00-10:00'],
    ['2pm-3pm 1-1 with kim', 'log 3600 2026-09-16 14:00-15:00'],
    ['9-9:30 1-1 with kim', 'log 1800 2026-09-16 09:00-09:30'],
    ['9-10 1-2-1 with kim', 'log 3600 2026-09-16 09:00-10:00'],
    ['pages 9-11', 'error no_duration'],
    ['1-1 with kim', 'error no_duration'],
    ['2024-2025 budget', 'error no_duration'],
    ['555-1234 call', 'error no_duration'],
    ['call 555-1234 1h', 'log 3600 2026-09-16'],
    ['chapter 2-3', 'error no_duration'],
    ['2-3 days of work', 'error no_duration'],
    ['2-3 pages', 'error no_duration'],
    ['9-11 pages of it', 'error no_duration'],
  ])('leaves numbers that are no times alone: %j', (text, expected) => {
    expect(briefly(text)).toBe(expected);
  });

  it.each([
    ['9-11 1h', ['Today, 1h: 9-11', 'Today 09:00-11:00']],
    ['9-10 5 min demo', ['Today, 5m: 9-10 demo', 'Today 09:00-10:00']],
    ['yesterday 9 to 5 45m #x', ['Yesterday, 45m: 9 to 5', 'Yesterday 09:00-17:00']],
  ])('asks about bare hours that touch another length: %j', (text, labels) => {
    const reading = readLine(text, WEDNESDAY);
    expect(reading.kind === 'ask' && reading.choices.map(({ label }) => label)).toEqual(labels);
  });

  it.each([
    ['from 4pm to 3pm', 'error order'],
    ['4pm-3pm', 'error order'],
    ['2pm - 1pm', 'error order'],
    ['11am-9am', 'error order'],
    ['1pm-1pm', 'error order'],
    ['13:00-12:30', 'error order'],
    ['5pm-11am', 'error order'],
    ['14:00-13:59', 'error order'],
    ['25:00-26:00', 'error invalid'],
    ['9:75-10', 'error invalid'],
    ['9:60-10:00', 'error invalid'],
    ['13pm-2pm', 'error invalid'],
    ['24:00-1:00', 'error invalid'],
    ['24:30-25:00', 'error invalid'],
    ['9am-10am 11am-noon', 'error too_many'],
    ['9-10 and 2-3', 'error too_many'],
    ['today 9-10 and 2-3', 'error too_many'],
    ['9-10, 11-12', 'error too_many'],
    ['9-10 11-12', 'error too_many'],
    ['yesterday evening 9am-10am', 'error invalid'],
    ['tomorrow 9-11', 'error future'],
    ['10:00-11:00-12:00', 'error invalid'],
    ['9-11 to', 'error invalid'],
    ['9 - 11 - 12', 'error invalid'],
    ['9-11 -12 #x', 'error invalid'],
    ['9am-11am-noon', 'error no_duration'],
    ['8-9am-11am', 'error no_duration'],
    ['9-11-12', 'error no_duration'],
    ['9:30-11:30 - 12:30', 'error too_many'],
    ['9 to 11 then 2 to 4', 'error too_many'],
    ['9-12 docs, 1-5 review', 'error too_many'],
    ['9-12 docs and 1-5 review', 'error too_many'],
    ['yesterday 9-12 docs; 1 to 5 #x', 'error too_many'],
    ['sep 9-11am', 'error no_duration'],
    ['on sep 2-3pm', 'error no_duration'],
    ['9-11 september', 'error invalid'],
    ['chapter 7 until noon', 'error no_duration'],
    ['9-17 break 30m', 'error invalid'],
    ['9-5 with 1h lunch', 'error invalid'],
    ['#x 9-11 + 1h', 'error invalid'],
    ['yesterday 12:00-05:00', 'error order'],
    ['9 to 11 to 12', 'error too_many'],
    ['from 9 to 11 and 1 to 3', 'error too_many'],
    ['since 9 to', 'error invalid'],
    ['9am-noon in the morning', 'error invalid'],
  ])('refuses %j with %s', (text, expected) => {
    expect(briefly(text)).toBe(expected);
  });
});
