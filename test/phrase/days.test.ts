import { describe, expect, it } from 'vitest';
import { readLine } from '../../src/phrase/read-line.ts';
import { briefly, moment, WEDNESDAY } from './support.ts';

const DAYS: readonly (readonly [string, string])[] = [
  ['today', '2026-09-16'],
  ['earlier today', '2026-09-16'],
  ['this morning', '2026-09-16'],
  ['this afternoon', '2026-09-16'],
  ['this evening', '2026-09-16'],
  ['tonight', '2026-09-16'],
  ['yesterday', '2026-09-15'],
  ['Yesterday', '2026-09-15'],
  ['yesterday morning', '2026-09-15'],
  ['yesterday afternoon', '2026-09-15'],
  ['yesterday evening', '2026-09-15'],
  ['last night', '2026-09-15'],
  ['last evening', '2026-09-15'],
  ['a fortnight ago', '2026-09-02'],
  ['two fortnights ago', '2026-08-19'],
  ['the day before yesterday', '2026-09-14'],
  ['day before yesterday', '2026-09-14'],
  ['1 day ago', '2026-09-15'],
  ['a day ago', '2026-09-15'],
  ['two days ago', '2026-09-14'],
  ['2 days ago', '2026-09-14'],
  ['16 days ago', '2026-08-31'],
  ['a week ago', '2026-09-09'],
  ['1 week ago', '2026-09-09'],
  ['two weeks ago', '2026-09-02'],
  ['52 weeks ago', '2025-09-17'],
  ['a couple of days ago', '2026-09-14'],
  ['2 days before yesterday', '2026-09-13'],
  ['a week before yesterday', '2026-09-08'],
  ['monday', '2026-09-14'],
  ['on monday', '2026-09-14'],
  ['tuesday', '2026-09-15'],
  ['thursday', '2026-09-10'],
  ['friday', '2026-09-11'],
  ['FRIDAY', '2026-09-11'],
  ['saturday', '2026-09-12'],
  ['sunday', '2026-09-13'],
  ['mon', '2026-09-14'],
  ['on mon', '2026-09-14'],
  ['tue', '2026-09-15'],
  ['tues', '2026-09-15'],
  ['thu', '2026-09-10'],
  ['thurs', '2026-09-10'],
  ['fri', '2026-09-11'],
  ['on fri', '2026-09-11'],
  ['sat', '2026-09-12'],
  ['last sat', '2026-09-12'],
  ['on sun', '2026-09-13'],
  ['last monday', '2026-09-14'],
  ['last friday', '2026-09-11'],
  ['past tuesday', '2026-09-15'],
  ['last wednesday', '2026-09-09'],
  ['past wed', '2026-09-09'],
  ['this monday', '2026-09-14'],
  ['monday of this week', '2026-09-14'],
  ['wednesday of this week', '2026-09-16'],
  ['monday of last week', '2026-09-07'],
  ['sunday of last week', '2026-09-13'],
  ['last week monday', '2026-09-07'],
  ['friday last week', '2026-09-11'],
  ['friday afternoon', '2026-09-11'],
  ['on the 1st', '2026-09-01'],
  ['on the 10th', '2026-09-10'],
  ['on the 16th', '2026-09-16'],
  ['on the 17th', '2026-08-17'],
  ['on the 31st', '2026-08-31'],
  ['the 10th', '2026-09-10'],
  ['tuesday the 15th', '2026-09-15'],
  ['the 10th of last month', '2026-08-10'],
  ['sep 2', '2026-09-02'],
  ['sept 2', '2026-09-02'],
  ['on sep 2', '2026-09-02'],
  ['september 2nd', '2026-09-02'],
  ['September 2', '2026-09-02'],
  ['2 sep', '2026-09-02'],
  ['2nd of september', '2026-09-02'],
  ['on the 2nd of september', '2026-09-02'],
  ['12 march', '2026-03-12'],
  ['march 12', '2026-03-12'],
  ['may 5', '2026-05-05'],
  ['sep 16', '2026-09-16'],
  ['sep 17', '2025-09-17'],
  ['dec 31', '2025-12-31'],
  ['31 dec', '2025-12-31'],
  ['jan 1', '2026-01-01'],
  ['feb 29', '2024-02-29'],
  ['sep 2 2025', '2025-09-02'],
  ['september 2, 2025', '2025-09-02'],
  ['2 September 2025', '2025-09-02'],
  ['2026-08-30', '2026-08-30'],
  ['on 2026-08-30', '2026-08-30'],
  ['2026-9-2', '2026-09-02'],
  ['2026/08/30', '2026-08-30'],
  ['2024-02-29', '2024-02-29'],
  ['14/09/2026', '2026-09-14'],
  ['09/14/2026', '2026-09-14'],
  ['05/05/2026', '2026-05-05'],
  ['14.09.2026', '2026-09-14'],
  ['monday 14 september', '2026-09-14'],
  ['mon, sep 14', '2026-09-14'],
  ['sep 14 (mon)', '2026-09-14'],
  ['the 14th', '2026-09-14'],
  ['3 months ago', '2026-06-16'],
];

describe('a day', () => {
  it.each(DAYS)('reads %j as %s, wherever it stands', (text, date) => {
    for (const line of [`1h ${text}`, `${text} 1h`, `1h #a ${text} #b`, `1h ${text}, #a`]) {
      expect(briefly(line)).toBe(`log 3600 ${date}`);
    }
  });

  it.each([
    ['2024-03-01 10:00', 'feb 29', '2024-02-29'],
    ['2024-02-28 10:00', 'feb 29', '2020-02-29'],
    ['2024-03-01 10:00', 'yesterday', '2024-02-29'],
    ['2023-03-01 10:00', 'yesterday', '2023-02-28'],
    ['2027-01-01 00:30', 'yesterday', '2026-12-31'],
    ['2027-01-03 12:00', 'dec 29', '2026-12-29'],
    ['2027-01-03 12:00', 'on the 31st', '2026-12-31'],
    ['2027-01-01 12:00', 'monday', '2026-12-28'],
    ['2024-03-31 12:00', 'on the 30th', '2024-03-30'],
    ['2024-03-30 12:00', 'on the 31st', '2024-01-31'],
    ['2024-03-31 12:00', 'a month ago', '2024-02-29'],
    ['2026-03-09 08:00', 'yesterday', '2026-03-08'],
    ['2026-11-02 08:00', '2 days ago', '2026-10-31'],
    ['2026-11-01 23:59', 'yesterday', '2026-10-31'],
  ])('at %s reads %j as %s', (wall, text, date) => {
    expect(briefly(`1h ${text} #x`, moment(wall, 'America/New_York'))).toBe(`log 3600 ${date}`);
  });

  it.each([
    ['sep 2 for 1h', '2026-09-02', undefined],
    ['november 30 for 1h', '2025-11-30', undefined],
    ['1h PR 12 sep 2', '2026-09-02', 'PR 12'],
    ['1h chapter 7 june 21', '2026-06-21', 'chapter 7'],
    ['1h room 9 day before yesterday', '2026-09-14', 'room 9'],
    ['1h landing page 2 days ago', '2026-09-14', 'landing page'],
    ['1h on the 10th pages 9-11', '2026-09-10', 'pages 9-11'],
    ['1h on the 10th PR 12', '2026-09-10', 'PR 12'],
    ['1h monday 2nd draft', '2026-09-14', '2nd draft'],
    ['1h apr 17 pages 9-11', '2026-04-17', 'pages 9-11'],
    ['1h sep 6 2025 pages 9-11', '2025-09-06', 'pages 9-11'],
    ['1h on Oct 6 march planning', '2025-10-06', 'march planning'],
    ['1h 2026-09-02 march planning', '2026-09-02', 'march planning'],
    ['1h on Aug 11 24/7 rota', '2026-08-11', '24/7 rota'],
    ['1h sep 2 50/50 split', '2026-09-02', '50/50 split'],
    ['1h yesterday sat with Bob', '2026-09-15', 'sat with Bob'],
    ['1h sep 12 sat with Bob', '2026-09-12', 'sat with Bob'],
    ['1h 27 mar second draft', '2026-03-27', 'second draft'],
    ['1h second draft 12 sep', '2026-09-12', 'second draft'],
    ['1h nov 23 2025 3/4 done', '2025-11-23', '3/4 done'],
    ['1h sep 14, 15 tickets', '2026-09-14', '15 tickets'],
    ['1h yesterday sun shade', '2026-09-15', 'sun shade'],
  ])('beside other numbers and names reads the day of %j as %s', (text, date, note) => {
    const reading = readLine(text, WEDNESDAY);
    expect(reading).toMatchObject({ kind: 'log', content: { seconds: 3600, date } });
    expect(reading.kind === 'log' && reading.content.note).toBe(note);
  });

  it.each([
    [1, 'sunday of last week', '2026-09-13'],
    [7, 'sunday of last week', '2026-09-06'],
    [1, 'monday of last week', '2026-09-07'],
    [7, 'monday of last week', '2026-09-07'],
    [7, 'sunday of this week', '2026-09-13'],
    [7, 'last week saturday', '2026-09-12'],
    [1, 'saturday of last week', '2026-09-12'],
  ] as const)('with weeks from day %i reads %j as %s', (weekStart, text, date) => {
    expect(briefly(`1h ${text}`, { ...WEDNESDAY, weekStart })).toBe(`log 3600 ${date}`);
  });

  it.each([
    '1h wednesday',
    '1h on wednesday',
    '1h wed',
    '9-11 wednesday',
    '1h 03/04/2026',
    '1h 2.9.2026',
    '1h prep for friday',
    '1h report due monday',
    '1h friday the 13th',
    '1h tuesday the 14th',
    '1h tutoring the 14th',
    '1h the 14th tutoring',
    'tutoring the 14th 1h',
  ])('asks about %j', (text) => {
    expect(briefly(text)).toBe('ask ambiguous');
  });

  it('offers today and a week ago for the weekday of today', () => {
    const reading = readLine('1h wednesday', WEDNESDAY);
    expect(reading.kind === 'ask' && reading.choices.map(({ label }) => label)).toEqual([
      'Today, 1h',
      'Wed 2026-09-09, 1h',
    ]);
  });

  it.each([
    ['1h tomorrow', 'error future'],
    ['tomorrow 1h', 'error future'],
    ['1h day after tomorrow', 'error future'],
    ['1h tomorrow morning', 'error future'],
    ['1h next monday', 'error future'],
    ['1h next week', 'error future'],
    ['1h next month', 'error future'],
    ['1h in 2 days', 'error future'],
    ['1h in a week', 'error future'],
    ['1h in two weeks', 'error future'],
    ['1h 2026-09-17', 'error future'],
    ['1h sep 20 2026', 'error future'],
    ['1h friday of this week', 'error future'],
    ['1h this friday', 'error future'],
    ['1h the 20th of this month', 'error future'],
    ['1h feb 30', 'error invalid'],
    ['1h february 30', 'error invalid'],
    ['1h on february 30', 'error invalid'],
    ['1h 31 april', 'error invalid'],
    ['1h 2026-02-29', 'error invalid'],
    ['1h feb 29 2026', 'error invalid'],
    ['1h 2026-13-01', 'error invalid'],
    ['1h 2026-00-10', 'error invalid'],
    ['1h 31/04/2026', 'error invalid'],
    ['1h 32/01/2026', 'error invalid'],
    ['1h 13/14/2026', 'error invalid'],
    ['1h 2026/02/30', 'error invalid'],
    ['1h on the 32nd', 'error invalid'],
    ['1h sep 45', 'error invalid'],
    ['1h 45 september', 'error invalid'],
    ['1h tuesday 14 september', 'error invalid'],
    ['1h sep 2-4', 'error invalid'],
    ['1h 1.5 days ago', 'error invalid'],
    ['1h -1 days ago', 'error invalid'],
    ['1h +2 days ago', 'error invalid'],
    ['in 2 hours', 'error future'],
    ['#x in 2 hours wrote it', 'error future'],
    ['1h last week', 'error invalid'],
    ['1h a few days ago', 'error invalid'],
    ['1h 2026-09-02T10:00', 'error invalid'],
    ['1h yesterday today', 'error too_many'],
    ['1h monday and tuesday', 'error too_many'],
    ['1h mon, tue', 'error too_many'],
    ['1h mon - fri rota', 'error too_many'],
    ['1h 0 days ago', 'error invalid'],
    ['1h 2026-09-14 2026-09-15', 'error too_many'],
    ['1h yesterday 2026-09-01', 'error too_many'],
  ])('refuses %j with %s', (text, expected) => {
    expect(briefly(text)).toBe(expected);
  });

  it('suggests the nearest past day in the person’s own line', () => {
    expect(readLine('1h next friday #writing', WEDNESDAY)).toMatchObject({
      suggestion: '1h 2026-09-11 #writing',
      fault: 'next friday',
    });
    expect(readLine('1h tomorrow #writing', WEDNESDAY)).toMatchObject({
      suggestion: '1h today #writing',
      fault: 'tomorrow',
    });
  });

  it('doubts the day of a line without one in the small hours', () => {
    const reading = readLine('2h #deploy', moment('2026-09-16 01:30', 'Europe/Berlin'));
    expect(reading).toMatchObject({
      assumed: ['day'],
      alternatives: [{ label: 'Meant yesterday', content: { date: '2026-09-15' } }],
    });
  });
});
