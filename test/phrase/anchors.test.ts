import { describe, expect, it } from 'vitest';
import { readLine } from '../../src/phrase/read-line.ts';
import { briefly, moment, WEDNESDAY } from './support.ts';

const ANCHORED: readonly (readonly [string, string])[] = [
  ['45m ending at noon', '2700 2026-09-16 11:15-12:00'],
  ['45m ending noon', '2700 2026-09-16 11:15-12:00'],
  ['45m until noon', '2700 2026-09-16 11:15-12:00'],
  ['45m till noon', '2700 2026-09-16 11:15-12:00'],
  ['2h ending at 11:30', '7200 2026-09-16 09:30-11:30'],
  ['2h until 5', '7200 2026-09-16 15:00-17:00'],
  ['2h till 1', '7200 2026-09-16 11:00-13:00'],
  ['30m until 16:30', '1800 2026-09-16 16:00-16:30'],
  ['1h ending at 4pm', '3600 2026-09-16 15:00-16:00'],
  ['1h ended at 4pm', '3600 2026-09-16 15:00-16:00'],
  ['1h30 from 1pm', '5400 2026-09-16 13:00-14:30'],
  ['1h from 3', '3600 2026-09-16 15:00-16:00'],
  ['2h from 9', '7200 2026-09-16 09:00-11:00'],
  ['2h starting at 9', '7200 2026-09-16 09:00-11:00'],
  ['2h starting from 9', '7200 2026-09-16 09:00-11:00'],
  ['2h starting 9am', '7200 2026-09-16 09:00-11:00'],
  ['20m at 4', '1200 2026-09-16 16:00-16:20'],
  ['20m @ 4', '1200 2026-09-16 16:00-16:20'],
  ['20m @4pm', '1200 2026-09-16 16:00-16:20'],
  ['1h at 3pm', '3600 2026-09-16 15:00-16:00'],
  ['1h at 3 pm', '3600 2026-09-16 15:00-16:00'],
  ['1h at 15:00', '3600 2026-09-16 15:00-16:00'],
  ['1h at half past two', '3600 2026-09-16 14:30-15:30'],
  ["1h at 3 o'clock", '3600 2026-09-16 15:00-16:00'],
  ['1h at three', '3600 2026-09-16 15:00-16:00'],
  ['1h at 9 in the morning', '3600 2026-09-16 09:00-10:00'],
  ['1h, at 3pm', '3600 2026-09-16 15:00-16:00'],
  ['from 9 for 2h', '7200 2026-09-16 09:00-11:00'],
  ['9 for 2h', '7200 2026-09-16 09:00-11:00'],
  ['1h at 9 may review', '3600 2026-09-16 09:00-10:00'],
  ['since 9 may review', '29100 2026-09-16 09:00-17:05'],
  ['since 11 last night', '65100 2026-09-15 23:00-17:05'],
  ['since 9 last night', '72300 2026-09-15 21:00-17:05'],
  ['9:30 for 45 minutes', '2700 2026-09-16 09:30-10:15'],
  ['from 9:30 for 45m', '2700 2026-09-16 09:30-10:15'],
  ['at noon for 1h', '3600 2026-09-16 12:00-13:00'],
  ['at 3pm for an hour', '3600 2026-09-16 15:00-16:00'],
  ['at 3pm 1h', '3600 2026-09-16 15:00-16:00'],
  ['1h yesterday at 3pm', '3600 2026-09-15 15:00-16:00'],
  ['1h at 3pm yesterday', '3600 2026-09-15 15:00-16:00'],
  ['yesterday 1h at 3', '3600 2026-09-15 15:00-16:00'],
  ['yesterday at 3pm for 1h', '3600 2026-09-15 15:00-16:00'],
  ['at 3pm yesterday for 1h', '3600 2026-09-15 15:00-16:00'],
  ['at 3pm for 1h yesterday', '3600 2026-09-15 15:00-16:00'],
  ['1h on monday at 9am', '3600 2026-09-14 09:00-10:00'],
  ['1h last friday at 2', '3600 2026-09-11 14:00-15:00'],
  ['1h on sep 2 at 9:30am', '3600 2026-09-02 09:30-10:30'],
  ['1h #x at 3pm, #y', '3600 2026-09-16 15:00-16:00'],
  ['1h at 6pm', '3600 2026-09-15 18:00-19:00'],
  ['30m until 17:30', '1800 2026-09-15 17:00-17:30'],
  ['45m ending at midnight', '2700 2026-09-15 23:15-00:00'],
  ['3h ending at 1am', '10800 2026-09-15 22:00-01:00'],
  ['10pm for 2h', '7200 2026-09-15 22:00-00:00'],
  ['3h ending at 1am last night', '10800 2026-09-15 22:00-01:00'],
  ['since 9am', '29100 2026-09-16 09:00-17:05'],
  ['since 9', '29100 2026-09-16 09:00-17:05'],
  ['since 9:30', '27300 2026-09-16 09:30-17:05'],
  ['since noon', '18300 2026-09-16 12:00-17:05'],
  ['since half past nine', '27300 2026-09-16 09:30-17:05'],
  ['since 5pm', '300 2026-09-16 17:00-17:05'],
  ['since 4', '3900 2026-09-16 16:00-17:05'],
  ['since yesterday 10pm', '68700 2026-09-15 22:00-17:05'],
  ['since 10pm yesterday', '68700 2026-09-15 22:00-17:05'],
  ['since last night 11pm', '65100 2026-09-15 23:00-17:05'],
  ['since this morning at 9', '29100 2026-09-16 09:00-17:05'],
  ['since tuesday 6pm', '83100 2026-09-15 18:00-17:05'],
  ['2h from 3 to 5', '7200 2026-09-16 15:00-17:00'],
  ['2h from 3 until 5', '7200 2026-09-16 15:00-17:00'],
  ['2h (3-5pm)', '7200 2026-09-16 15:00-17:00'],
  ['2h 3pm-5pm', '7200 2026-09-16 15:00-17:00'],
  ['120 minutes 9-11am', '7200 2026-09-16 09:00-11:00'],
  ['9:00-11:00 for 2h', '7200 2026-09-16 09:00-11:00'],
  ['1h from 9 to 10am', '3600 2026-09-16 09:00-10:00'],
  ['2h yesterday 9am-11am', '7200 2026-09-15 09:00-11:00'],
  ['9am-now', '29100 2026-09-16 09:00-17:05'],
  ['9 to now', '29100 2026-09-16 09:00-17:05'],
  ['from 9:30 until now', '27300 2026-09-16 09:30-17:05'],
];

describe('a length and a clock time', () => {
  it.each(ANCHORED)('reads %j as %s', (text, expected) => {
    expect(briefly(text)).toBe(`log ${expected}`);
    expect(briefly(`${text} #writing`)).toBe(`log ${expected}`);
    expect(briefly(`#writing ${text}`)).toBe(`log ${expected}`);
    expect(briefly(`${text} task-9 call with kim`)).toBe(`log ${expected}`);
  });

  it.each([
    ['08:00', 'since 9am', 'log 82800 2026-09-15 09:00-08:00'],
    ['01:00', 'since 11pm', 'log 7200 2026-09-15 23:00-01:00'],
    ['23:30', 'since 9', 'log 9000 2026-09-16 21:00-23:30'],
    ['23:30', 'since 11', 'log 1800 2026-09-16 23:00-23:30'],
    ['22:00', '20m at 9', 'log 1200 2026-09-16 21:00-21:20'],
    ['15:30', '1h at 3', 'ask future'],
    ['15:30', '1h at 3pm', 'ask future'],
    ['15:30', '1h at 3pm today', 'error future'],
    ['09:00', 'since 8', 'log 3600 2026-09-16 08:00-09:00'],
    ['14:00', '1h at 3pm', 'log 3600 2026-09-15 15:00-16:00'],
  ])('said at %s reads %j as %s', (time, text, expected) => {
    expect(briefly(text, moment(`2026-09-16 ${time}`, 'Europe/Berlin'))).toBe(expected);
  });

  it.each([
    ['1h at 9 yesterday', 'ask ambiguous'],
    ['yesterday 3h ending at 1am', 'ask ambiguous'],
    ['1h standup at 9:30', 'ask ambiguous'],
    ['1h 9:30 standup', 'ask ambiguous'],
    ['3pm 1h call', 'ask ambiguous'],
    ['1h from 3 customers', 'ask ambiguous'],
    ['3h from 3 to 5', 'ask ambiguous'],
    ['9am-10am 2h', 'ask ambiguous'],
    ['2h #x 9am-10am standup', 'ask ambiguous'],
    ['2h from 9 to now', 'error too_many'],
    ['2h 9am-11am 1h', 'error too_many'],
    ['2h since 9am', 'error too_many'],
    ['since 9 2h', 'error too_many'],
    ['since 9am and since 10am', 'error too_many'],
    ['since 17:05', 'error zero'],
    ['since 6pm today', 'error future'],
    ['since monday 9am', 'error too_long'],
    ['since 8 this evening', 'error invalid'],
    ['yesterday 9 for 2h', 'ask ambiguous'],
    ['since 20 minutes ago', 'error invalid'],
    ['since yesterday', 'error no_duration'],
    ['1h at 25:00', 'error invalid'],
    ['1h at 9:75', 'error invalid'],
    ['1h at 13pm', 'error invalid'],
    ['since 25:00', 'error invalid'],
    ['1h at 24:00', 'error invalid'],
    ['until 5pm', 'error no_duration'],
    ['from 9am', 'error no_duration'],
    ['at 5pm', 'error no_duration'],
    ['20 minutes ago', 'error invalid'],
    ['1h yesterday evening at 9am', 'error invalid'],
  ])('neither stores nor guesses %j: %s', (text, expected) => {
    expect(briefly(text)).toBe(expected);
  });

  it.each([
    ['1h look at 4 tickets', 'look at 4 tickets'],
    ['1h at home', 'at home'],
    ['1h from home', 'from home'],
    ['1h until done', 'until done'],
    ['1h watched 4:33', 'watched 4:33'],
    ['1h between 3 and 5 people', 'between 3 and 5 people'],
    ['20m 1:1 with kim', '1:1 with kim'],
    ['1h to 5 customers', 'to 5 customers'],
    ['worked on PR 12 for 2h', 'worked on PR 12'],
    ['read chapter 3 for 45m', 'read chapter 3'],
    ['interviewed candidate 2 for 1h', 'interviewed candidate 2'],
    ['met group 4 until 30m', 'met group 4 until'],
  ])('keeps other words of %j as the note', (text, note) => {
    expect(readLine(text, WEDNESDAY)).toMatchObject({
      kind: 'log',
      content: { seconds: expect.any(Number), note },
    });
    expect(readLine(text, WEDNESDAY)).not.toHaveProperty('content.clock');
  });

  it('names the latest hour as a guess, with the other half of the day', () => {
    expect(readLine('20m at 4', WEDNESDAY)).toMatchObject({
      assumed: ['am/pm'],
      alternatives: [{ label: 'Switch to am' }],
    });
    expect(readLine('1h at 6pm', WEDNESDAY)).toMatchObject({ assumed: ['day'], alternatives: [] });
    expect(readLine('since yesterday 10pm', WEDNESDAY)).toMatchObject({ assumed: ['long'] });
    expect(readLine('since 9:30 yesterday', WEDNESDAY)).toMatchObject({ assumed: ['am/pm', 'long'] });
  });

  it('offers each half of the day that a start may have, as long as an entry can be so long', () => {
    const nine = moment('2026-09-16 09:00', 'America/New_York');
    expect(readLine('since yesterday 9:00', nine)).toMatchObject({
      content: { seconds: 12 * 3600 },
      alternatives: [{ label: 'Switch to am', content: { seconds: 24 * 3600 } }],
    });
    expect(readLine('since yesterday 8:59', nine)).toMatchObject({ alternatives: [] });
  });

  it('marks the half of the day of a start long ago', () => {
    const late = moment('2026-09-16 23:05', 'Europe/Madrid');
    expect(readLine('since 9', late)).toMatchObject({
      content: { seconds: 7500 },
      assumed: ['am/pm'],
      alternatives: [{ label: 'Switch to am', content: { seconds: 14 * 3600 + 300 } }],
    });
    expect(readLine('5h ending at 9', late)).toMatchObject({
      assumed: ['am/pm'],
      alternatives: [{ label: 'Switch to am' }],
    });
  });

  it('offers the length and the range where they disagree', () => {
    const reading = readLine('9am-10am 2h #x', WEDNESDAY);
    expect(reading.kind === 'ask' && reading.choices.map(({ label }) => label)).toEqual([
      'Today 09:00-10:00',
      'Today, 2h',
    ]);
  });

  it('says since when it was, for a length that ended now', () => {
    expect(readLine('20 minutes ago #x', WEDNESDAY)).toMatchObject({
      suggestion: 'since 16:45 #x',
      fault: '20 minutes ago',
    });
  });
});
