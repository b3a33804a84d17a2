import { describe, expect, it } from 'vitest';
import { readLine } from '../../src/phrase/read-line.ts';
import { briefly, WEDNESDAY } from './support.ts';

const REFUSED: readonly (readonly [string, string])[] = [
  ['', 'no_duration'],
  ['   ', 'no_duration'],
  ['🎉', 'no_duration'],
  ['hello', 'no_duration'],
  ['#reading task-4', 'no_duration'],
  ['45', 'no_duration'],
  ['2.5', 'no_duration'],
  ['9:30', 'no_duration'],
  ['h', 'no_duration'],
  ['1 day', 'no_duration'],
  ['0m', 'zero'],
  ['0h', 'zero'],
  ['0h 0m', 'zero'],
  ['0:00h', 'zero'],
  ['zero minutes', 'zero'],
  ['0.1s', 'zero'],
  ['0m #x yesterday', 'zero'],
  ['-1h', 'negative'],
  ['−30m', 'negative'],
  ['- 30m', 'negative'],
  ['minus 2 hours', 'negative'],
  ['1h -30m', 'negative'],
  ['#x -5m', 'negative'],
  ['26h', 'too_long'],
  ['24h 1s', 'too_long'],
  ['1441m', 'too_long'],
  ['24.01h', 'too_long'],
  ['100000h', 'too_long'],
  ['999999999999h', 'too_long'],
  ['2h 3h', 'too_many'],
  ['1h 1h', 'too_many'],
  ['30m 1h', 'too_many'],
  ['2h, 3h', 'too_many'],
  ['1h task-1 task-2', 'too_many'],
  ['1h task-0', 'invalid'],
  ['1h task-1000000', 'invalid'],
  ['1..5h', 'invalid'],
  ['1,5,3h', 'invalid'],
  ['1.2.3h', 'invalid'],
  ['1:75h', 'invalid'],
  ['1:5h', 'invalid'],
  ['1h60', 'invalid'],
  ['1h75', 'invalid'],
  ['1h5', 'invalid'],
  ['1h100', 'invalid'],
  ['1h30m20', 'invalid'],
  ['1d 2h', 'invalid'],
  ['1 day 2 hours', 'invalid'],
  ['2h 1d', 'invalid'],
  ['...5h', 'invalid'],
  ['9999999999999999h', 'invalid'],
  ['25:00', 'invalid'],
  ['9:75', 'invalid'],
  ['1h 25:00', 'invalid'],
  ['1h at 25:00', 'invalid'],
  ['1/0h', 'invalid'],
  ['2h.yesterday', 'invalid'],
  ['1h@yesterday', 'invalid'],
  ['1h.30m', 'invalid'],
  ['1. 5h', 'invalid'],
  ['#x 1. 5h', 'invalid'],
  ['1 .5h', 'invalid'],
  ['2 . 5 h', 'invalid'],
  ['1 , 5h', 'invalid'],
  ['1,,5h', 'invalid'],
  ['sprint 1..5h', 'invalid'],
  ['1 30m', 'invalid'],
  ['½½h', 'invalid'],
  ['1h 0000-01-01', 'invalid'],
  ['1h 0206-09-15', 'invalid'],
  ['1h 5', 'invalid'],
  ['1h 5 #x', 'invalid'],
  ['30m 5, #x', 'invalid'],
  ['1h 30 45', 'invalid'],
  ['2h30 45', 'invalid'],
  ['2h 1.5', 'invalid'],
  ['1h30m and a half', 'invalid'],
  ['one or two hours', 'invalid'],
  ['between 1 and 2 hours', 'invalid'],
  ['twice 30m', 'invalid'],
  ['30m twice #x', 'invalid'],
  ['2h and 30 days', 'invalid'],
  ['1h30m & a quarter', 'invalid'],
  ['1h 1/2', 'invalid'],
  ['1h half #x', 'invalid'],
  ['an hour or two', 'invalid'],
  ['1h or 2 #x', 'invalid'],
  ['a fifth of an hour', 'invalid'],
  ['most of an hour', 'invalid'],
  ['two tenths of an hour', 'invalid'],
  ['1h to', 'invalid'],
  ['1h yesterday at', 'invalid'],
  ['2h #writing and', 'invalid'],
  ['30m at noon in the morning', 'invalid'],
  ['1h at midnight in the evening', 'invalid'],
  ['1h-2', 'invalid'],
  ['1 500 words', 'invalid'],
  ["1h 30'", 'invalid'],
  ['1h on 3/5', 'invalid'],
  ['9/14 2h slides', 'invalid'],
  ['14/9 2h slides', 'invalid'],
  ['sat/sun 8h #x', 'too_many'],
  ['8h sat & sun', 'too_many'],
  ['mon-fri 8h', 'too_many'],
  ['8h mon - wed #ops', 'too_many'],
  ['8h tue-thu', 'too_many'],
  ['2h mon and tue', 'too_many'],
  ['2h mon and tue review', 'too_many'],
  ['sep 14 and 15 2h', 'too_many'],
  ['2h sep 14, 15', 'too_many'],
  ['8h a day', 'too_many'],
  ['2h per day this week', 'too_many'],
  ['1h each morning', 'too_many'],
  ['45m each for 2 clients', 'too_many'],
  ['1h 90s music', 'too_many'],
  ['1h 2 fridays ago', 'invalid'],
  ['1h friday before last', 'invalid'],
  ['5:00-5:00', 'order'],
  ['2hyesterday', 'no_duration'],
  ['2h/yesterday', 'invalid'],
  ['1h at 12 in the evening', 'invalid'],
  ['1h at 11 in the afternoon', 'invalid'],
  ['1h at 3 in the evening', 'invalid'],
  ['1h at 13 in the morning', 'invalid'],
  ['1h at 10am in the evening', 'invalid'],
];

describe('a refusal', () => {
  it.each(REFUSED)('refuses %j as %s', (text, reason) => {
    expect(briefly(text)).toBe(`error ${reason}`);
  });

  it.each([
    ['1h at 13pm #x', '13pm', '1h at 13:00 #x'],
    ['-1h #writing', '-1h', '1h #writing'],
    ['26h #writing', '26h', '24h #writing'],
    ['1h task-1 task-2 foo', 'task-2', '1h task-1 foo'],
    ['2h 3h #x', '3h', '2h #x'],
    ['45 #writing', '45', '45m #writing'],
    ['2.5 code review', '2.5', '2.5h code review'],
    ['24:00-1:00', '24:00', '0:00-1:00'],
    ['Writing 26H', '26H', 'Writing 24h'],
    ['1h on february 30 #x', 'on february 30', '1h 2026-02-28 #x'],
    ['1h 2024-02-31', '2024-02-31', '1h 2024-02-29'],
    ['1h 31 april', '31 april', '1h 2026-04-30'],
    ['1. 5h #x', '1. 5h', '1.5h #x'],
    ['1,,5h', '1,,5h', '1.5h'],
    ['2 . 5 h', '2 . 5 h', '2.5 h'],
    ['1 30m #x', '1 30m', '1h 30m #x'],
    ['1h 5', '5', '1h 5m'],
    ['1h to', 'to', '1h'],
    ['since 20 minutes ago #x', 'since 20 minutes ago', 'since 16:45 #x'],
    ['roughly 9 to 11', '9 to 11', 'roughly from 9 to 11'],
    ['one or two hours', 'one or', 'two hours'],
    ['an hour or two #x', 'or two', 'an hour #x'],
    ['in 2 hours #x', 'in 2 hours', '2 hours #x'],
    ['2½', '2 1/2', '2 1/2h'],
    ['standup 15', '15', 'standup 15m'],
    ['9:30 standup', '9:30', '30m at 9:30 standup'],
    ['1:30 #x', '1:30', '1:30h #x'],
    ['1:30:00', '1:30:00', '1h 30m 00s'],
    ['two and a half #x', 'two and a half', 'two and a half hours #x'],
    ['9-11 - 12', '- 12', '9-11'],
    ['call at 9 with kim', 'at 9', 'call 30m at 9 with kim'],
    ['until 5pm', 'until 5pm', '30m until 5pm'],
    ['from 9am #x', 'from 9am', '30m from 9am #x'],
  ])('of %j points at %j and suggests %j', (text, fault, suggestion) => {
    const reading = readLine(text, WEDNESDAY);
    expect(reading).toMatchObject({ kind: 'error', fault, suggestion });
    expect(readLine(suggestion, WEDNESDAY).kind).toBe('log');
  });

  it('builds a line to paste from the person’s own words where nothing but the length is missing', () => {
    const reading = readLine('standup with kim #team', WEDNESDAY);
    expect(reading).toMatchObject({ reason: 'no_duration', suggestion: '30m standup with kim #team' });
  });

  it('suggests no sum where something was to be taken away', () => {
    expect(readLine('an hour minus 5m', WEDNESDAY)).not.toHaveProperty('suggestion');
    expect(readLine('1h -30m #x', WEDNESDAY)).not.toHaveProperty('suggestion');
  });

  it.each(['fixed 3 bugs', '3 bugs fixed', 'page 9', 'pages 9-11', 'look at 9 tickets', 'room 4 set up'])(
    'takes no number of %j for a length, since it counts or names something else',
    (text) => {
      expect(readLine(text, WEDNESDAY)).toMatchObject({ reason: 'no_duration', suggestion: `30m ${text}` });
    },
  );

  it.each(['1 day', '2 days', 'half a day #x', '1d', 'two weeks', '3w'])(
    'asks how many hours %j were',
    (text) => {
      const reading = readLine(text, WEDNESDAY);
      expect(reading).toMatchObject({
        reason: 'no_duration',
        message: expect.stringContaining('how many hours'),
      });
      expect(reading).not.toHaveProperty('suggestion');
    },
  );

  it('suggests nothing that it would refuse itself', () => {
    for (const [text] of REFUSED) {
      const reading = readLine(text, WEDNESDAY);
      if (reading.kind !== 'error' || reading.suggestion === undefined) continue;
      expect([text, readLine(reading.suggestion, WEDNESDAY).kind]).not.toEqual([text, 'error']);
    }
  });

  it('refuses a line of more than 2,000 characters, and reads one of 2,000', () => {
    expect(briefly(`1h ${'x'.repeat(1998)}`)).toBe('error too_long_input');
    expect(briefly(`1h ${'x'.repeat(1997)}`)).toBe('log 3600 2026-09-16');
    expect(briefly(`1h ${'🎉'.repeat(1997)}`)).toBe('log 3600 2026-09-16');
    expect(briefly(`1h ${'word '.repeat(300)} yesterday`)).toBe('log 3600 2026-09-15');
  });
});
