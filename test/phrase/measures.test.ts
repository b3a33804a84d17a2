import { describe, expect, it } from 'vitest';
import { readLine } from '../../src/phrase/read-line.ts';
import { briefly, WEDNESDAY } from './support.ts';

const MEASURES: readonly (readonly [string, number, string])[] = [
  ['5 km', 5, 'km'],
  ['5km', 5, 'km'],
  ['5 KM', 5, 'km'],
  ['5.5 km', 5.5, 'km'],
  ['5,5 km', 5.5, 'km'],
  ['.5 km', 0.5, 'km'],
  ['10 kilometers', 10, 'km'],
  ['3 mi', 3, 'mi'],
  ['1 mile', 1, 'mi'],
  ['3 miles', 3, 'mi'],
  ['2½ miles', 2.5, 'mi'],
  ['1/2 mile', 0.5, 'mi'],
  ['12 pages', 12, 'pages'],
  ['1 page', 1, 'pages'],
  ['1,500 words', 1500, 'words'],
  ['1500 words', 1500, 'words'],
  ['12,345,678 words', 12_345_678, 'words'],
  ['1,500.5 words', 1500.5, 'words'],
  ['0.125 km', 0.125, 'km'],
  ['+5 km', 5, 'km'],
  ['12 Pages', 12, 'pages'],
  ['twelve pages', 12, 'pages'],
  ['two hundred words', 200, 'words'],
  ['two hundred and fifty words', 250, 'words'],
  ['a thousand words', 1000, 'words'],
  ['a dozen pages', 12, 'pages'],
  ['a couple of miles', 2, 'mi'],
  ['a mile', 1, 'mi'],
  ['half a mile', 0.5, 'mi'],
  ['a mile and a half', 1.5, 'mi'],
  ['two and a half miles', 2.5, 'mi'],
  ['2 and a half km', 2.5, 'km'],
  ['1k words', 1000, 'words'],
  ['1.5k words', 1500, 'words'],
];

describe('a measure', () => {
  it.each(MEASURES)('reads %j as %d %s, with and without time', (text, value, unit) => {
    const measures = [{ value, unit }];
    expect(readLine(`${text} #x`, WEDNESDAY)).toMatchObject({
      kind: 'log',
      content: { measures, date: '2026-09-16' },
    });
    expect(readLine(`${text} #x`, WEDNESDAY)).not.toHaveProperty('content.seconds');
    expect(readLine(`40m ${text}`, WEDNESDAY)).toMatchObject({
      kind: 'log',
      content: { measures, seconds: 2400 },
    });
    expect(readLine(`${text} 40m yesterday`, WEDNESDAY)).toMatchObject({
      content: { measures, seconds: 2400, date: '2026-09-15' },
    });
    expect(readLine(`9-11 ${text}`, WEDNESDAY)).toMatchObject({ content: { measures, seconds: 7200 } });
    expect(readLine(`ran ${text} yesterday`, WEDNESDAY)).toMatchObject({
      content: { measures, date: '2026-09-15', note: 'ran' },
    });
  });

  // Before a length it may say how often that was: multiples.test.ts.
  it.each([
    ['3 times', 3],
    ['3x', 3],
    ['1 time', 1],
  ])('reads %j as %d times, alone and behind a length', (text, value) => {
    const measures = [{ value, unit: 'times' }];
    expect(readLine(`${text} #x`, WEDNESDAY)).toMatchObject({ kind: 'log', content: { measures } });
    expect(readLine(`40m ${text}`, WEDNESDAY)).toMatchObject({ content: { measures, seconds: 2400 } });
    expect(readLine(`${text} #x 40m`, WEDNESDAY)).toMatchObject({ content: { measures, seconds: 2400 } });
  });

  it.each([
    ['0 km', 'error zero'],
    ['-5 km', 'error negative'],
    ['5 km 3 km', 'error too_many'],
    ['0.1234 km', 'error invalid'],
    ['2000000000 words', 'error invalid'],
    ['km', 'error no_duration'],
    ['5 foos', 'error no_duration'],
    ['12-page doc 1h', 'log 3600 2026-09-16'],
    ['60 km/h 1h', 'log 3600 2026-09-16'],
    ['page 12 1h', 'log 3600 2026-09-16'],
    ['15 min/day', 'error no_duration'],
    ['15 mi/h', 'error no_duration'],
    ['15 pages/day', 'error no_duration'],
    ['5 words/min', 'error no_duration'],
    ['3 times/week', 'error no_duration'],
    ['three quarters of a mile', 'error no_duration'],
    ['100m sprint', 'log 6000 2026-09-16'],
    ['5 km tomorrow', 'error future'],
    ['5 km -1h', 'error negative'],
  ])('reads %j as %s', (text, expected) => {
    expect(briefly(text)).toBe(expected);
  });

  it.each([
    '404 page',
    'a word with kim',
    'one time',
    'wrote a page',
    'a time to think',
    '5 pages/day',
    '60 km/h',
  ])('leaves %j to the note', (note) => {
    expect(readLine(`30m ${note}`, WEDNESDAY)).toMatchObject({ content: { measures: [], note } });
  });

  it('takes several units, and the team’s own', () => {
    const context = { ...WEDNESDAY, units: { tickets: 'tickets', ticket: 'tickets', m: 'metres' } };
    expect(readLine('1h 5 km 12 pages', context)).toMatchObject({
      content: {
        measures: [
          { value: 5, unit: 'km' },
          { value: 12, unit: 'pages' },
        ],
      },
    });
    expect(readLine('1 ticket 45m', context)).toMatchObject({
      content: { seconds: 2700, measures: [{ value: 1, unit: 'tickets' }] },
    });
    expect(readLine('3 Tickets', context)).toMatchObject({
      content: { measures: [{ value: 3, unit: 'tickets' }] },
    });
    expect(readLine('100m', context)).toMatchObject({ content: { seconds: 6000, measures: [] } });
  });
});
