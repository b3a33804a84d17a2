import { describe, expect, it } from 'vitest';
import { readLine } from '../../src/phrase/read-line.ts';
import { readingJson } from '../../src/phrase/reading-json.ts';

/** Zone, now, text, start, end: the instants worked out by hand from each zone's published offsets. */
const INSTANTS: readonly (readonly [string, string, string, string, string])[] = [
  ['America/New_York', '2026-03-08T20:00:00Z', '1am-4am', '2026-03-08T06:00:00Z', '2026-03-08T08:00:00Z'],
  [
    'America/New_York',
    '2026-03-08T20:00:00Z',
    '1:59am-3:00am',
    '2026-03-08T06:59:00Z',
    '2026-03-08T07:00:00Z',
  ],
  [
    'America/New_York',
    '2026-03-08T20:00:00Z',
    '3h ending at 4am',
    '2026-03-08T05:00:00Z',
    '2026-03-08T08:00:00Z',
  ],
  ['America/New_York', '2026-03-08T20:00:00Z', '2h at 1am', '2026-03-08T06:00:00Z', '2026-03-08T08:00:00Z'],
  [
    'America/New_York',
    '2026-03-09T20:00:00Z',
    '0:00-24:00 yesterday',
    '2026-03-08T05:00:00Z',
    '2026-03-09T04:00:00Z',
  ],
  ['America/New_York', '2026-03-08T20:00:00Z', '2:30-4', '2026-03-08T18:30:00Z', '2026-03-08T20:00:00Z'],
  [
    'America/New_York',
    '2026-03-08T20:00:00Z',
    'saturday 11pm-3:30am',
    '2026-03-08T04:00:00Z',
    '2026-03-08T07:30:00Z',
  ],
  ['America/New_York', '2026-11-01T20:00:00Z', '0:30-3:00', '2026-11-01T04:30:00Z', '2026-11-01T08:00:00Z'],
  [
    'America/New_York',
    '2026-11-01T20:00:00Z',
    '1:15am-1:45am',
    '2026-11-01T05:15:00Z',
    '2026-11-01T05:45:00Z',
  ],
  [
    'America/New_York',
    '2026-11-01T20:00:00Z',
    '1:45am-1:15am',
    '2026-11-01T05:45:00Z',
    '2026-11-01T06:15:00Z',
  ],
  [
    'America/New_York',
    '2026-11-01T20:00:00Z',
    '1:30am-2:30am',
    '2026-11-01T05:30:00Z',
    '2026-11-01T07:30:00Z',
  ],
  [
    'America/New_York',
    '2026-11-01T20:00:00Z',
    '1h at 1:30am',
    '2026-11-01T05:30:00Z',
    '2026-11-01T06:30:00Z',
  ],
  [
    'America/New_York',
    '2026-11-01T20:00:00Z',
    '2h ending at 1:30am',
    '2026-11-01T03:30:00Z',
    '2026-11-01T05:30:00Z',
  ],
  ['America/New_York', '2026-11-01T20:00:00Z', 'since 12am', '2026-11-01T04:00:00Z', '2026-11-01T20:00:00Z'],
  [
    'America/New_York',
    '2026-11-02T20:00:00Z',
    '0:00-24:00 yesterday',
    '2026-11-01T04:00:00Z',
    '2026-11-02T05:00:00Z',
  ],
  [
    'America/New_York',
    '2026-11-02T20:00:00Z',
    'saturday 10pm-2am',
    '2026-11-01T02:00:00Z',
    '2026-11-01T07:00:00Z',
  ],
  [
    'America/Chicago',
    '2027-03-15T15:00:00Z',
    'last friday 10am-noon',
    '2027-03-12T16:00:00Z',
    '2027-03-12T18:00:00Z',
  ],
  [
    'America/Chicago',
    '2027-03-15T15:00:00Z',
    '9-10 yesterday',
    '2027-03-14T14:00:00Z',
    '2027-03-14T15:00:00Z',
  ],
  ['Europe/Berlin', '2027-03-28T08:00:00Z', '1:30am-3:30am', '2027-03-28T00:30:00Z', '2027-03-28T01:30:00Z'],
  ['Europe/Berlin', '2026-10-25T09:00:00Z', '0:00-5:00', '2026-10-24T22:00:00Z', '2026-10-25T04:00:00Z'],
  ['Europe/Berlin', '2026-10-25T09:00:00Z', '2:15am-2:45am', '2026-10-25T00:15:00Z', '2026-10-25T00:45:00Z'],
  ['Europe/Berlin', '2026-10-25T09:00:00Z', '2:45am-2:15am', '2026-10-25T00:45:00Z', '2026-10-25T01:15:00Z'],
  ['Europe/London', '2026-10-25T12:00:00Z', '0:30-2:30', '2026-10-24T23:30:00Z', '2026-10-25T02:30:00Z'],
  ['Europe/London', '2026-03-29T12:00:00Z', '0:30-2:30', '2026-03-29T00:30:00Z', '2026-03-29T01:30:00Z'],
  [
    'Europe/Dublin',
    '2026-10-26T12:00:00Z',
    'yesterday 0:00-24:00',
    '2026-10-24T23:00:00Z',
    '2026-10-26T00:00:00Z',
  ],
  [
    'Australia/Lord_Howe',
    '2026-10-04T05:00:00Z',
    '1:00am-3:00am',
    '2026-10-03T14:30:00Z',
    '2026-10-03T16:00:00Z',
  ],
  ['Australia/Lord_Howe', '2027-04-03T20:00:00Z', '1am-3am', '2027-04-03T14:00:00Z', '2027-04-03T16:30:00Z'],
  [
    'Australia/Lord_Howe',
    '2027-04-03T20:00:00Z',
    '1:45am-2:30am',
    '2027-04-03T14:45:00Z',
    '2027-04-03T16:00:00Z',
  ],
  ['Australia/Sydney', '2026-10-04T05:00:00Z', '1am-4am', '2026-10-03T15:00:00Z', '2026-10-03T17:00:00Z'],
  [
    'Australia/Adelaide',
    '2026-09-16T05:30:00Z',
    '10-11:30am',
    '2026-09-16T00:30:00Z',
    '2026-09-16T02:00:00Z',
  ],
  ['Asia/Kathmandu', '2026-09-16T10:00:00Z', '9-10', '2026-09-16T03:15:00Z', '2026-09-16T04:15:00Z'],
  ['Asia/Kolkata', '2026-09-16T20:00:00Z', '10pm-1am', '2026-09-16T16:30:00Z', '2026-09-16T19:30:00Z'],
  ['Pacific/Chatham', '2026-09-26T18:00:00Z', '1am-5am', '2026-09-26T12:15:00Z', '2026-09-26T15:15:00Z'],
  ['Pacific/Apia', '2026-09-16T01:00:00Z', '9-10', '2026-09-15T20:00:00Z', '2026-09-15T21:00:00Z'],
  [
    'Pacific/Kiritimati',
    '2026-09-16T11:00:00Z',
    '12:30am-1am',
    '2026-09-16T10:30:00Z',
    '2026-09-16T11:00:00Z',
  ],
  ['Pacific/Pago_Pago', '2026-09-16T02:00:00Z', '9-10', '2026-09-15T20:00:00Z', '2026-09-15T21:00:00Z'],
  ['America/St_Johns', '2026-09-16T18:00:00Z', '9-10', '2026-09-16T11:30:00Z', '2026-09-16T12:30:00Z'],
  [
    'America/Sao_Paulo',
    '2018-11-04T15:00:00Z',
    '10pm-midnight',
    '2018-11-04T01:00:00Z',
    '2018-11-04T03:00:00Z',
  ],
  ['America/Sao_Paulo', '2018-11-04T15:00:00Z', '10pm-2am', '2018-11-04T01:00:00Z', '2018-11-04T04:00:00Z'],
  ['Africa/Casablanca', '2026-09-16T12:00:00Z', '9-10', '2026-09-16T08:00:00Z', '2026-09-16T09:00:00Z'],
  ['Asia/Tehran', '2026-09-16T12:00:00Z', '9-10', '2026-09-16T05:30:00Z', '2026-09-16T06:30:00Z'],
  ['UTC', '2026-09-16T12:00:00Z', '9-10', '2026-09-16T09:00:00Z', '2026-09-16T10:00:00Z'],
];

/** Zone, now, text, the local day. */
const DAYS: readonly (readonly [string, string, string, string])[] = [
  ['America/New_York', '2026-09-17T03:10:00Z', '40m', '2026-09-16'],
  ['America/New_York', '2026-09-17T03:10:00Z', '40m yesterday', '2026-09-15'],
  ['America/New_York', '2026-09-17T04:10:00Z', '40m', '2026-09-17'],
  ['Australia/Sydney', '2026-09-15T20:10:00Z', '40m', '2026-09-16'],
  ['Australia/Sydney', '2026-09-15T20:10:00Z', '40m yesterday', '2026-09-15'],
  ['Pacific/Kiritimati', '2026-09-15T10:30:00Z', '1h', '2026-09-16'],
  ['Pacific/Kiritimati', '2026-09-15T10:30:00Z', '1h yesterday', '2026-09-15'],
  ['Pacific/Pago_Pago', '2026-09-16T10:30:00Z', '1h', '2026-09-15'],
  ['Pacific/Pago_Pago', '2026-09-16T10:30:00Z', '1h tuesday', 'ask'],
  ['Pacific/Kiritimati', '2026-09-15T10:30:00Z', '1h tuesday', '2026-09-15'],
  ['Asia/Kathmandu', '2026-12-31T18:20:00Z', '1h', '2027-01-01'],
  ['Asia/Kathmandu', '2026-12-31T18:10:00Z', '1h', '2026-12-31'],
  ['America/New_York', '2026-03-08T06:59:00Z', '1h yesterday', '2026-03-07'],
  ['America/New_York', '2026-11-01T05:30:00Z', '1h yesterday', '2026-10-31'],
  ['Europe/London', '2026-03-29T00:30:00Z', '1h 2 days ago', '2026-03-27'],
  ['Africa/Cairo', '2026-09-16T22:30:00Z', '1h', '2026-09-17'],
];

const GAPS: readonly (readonly [string, string, string])[] = [
  ['America/New_York', '2026-03-08T20:00:00Z', '2:30am-4am'],
  ['America/New_York', '2026-03-08T20:00:00Z', '1:30am-2:30am'],
  ['America/New_York', '2026-03-08T20:00:00Z', '1h at 2:30am'],
  ['America/New_York', '2026-03-08T20:00:00Z', 'since 2:15am'],
  ['America/New_York', '2026-03-08T14:00:00Z', 'since 2:30'],
  ['America/New_York', '2026-03-10T20:00:00Z', '1h at 2am on sunday'],
  ['Europe/Berlin', '2027-03-28T08:00:00Z', '2:00am-3:30am'],
  ['Australia/Lord_Howe', '2026-10-04T05:00:00Z', '2:15am-3am'],
  ['America/Sao_Paulo', '2018-11-04T15:00:00Z', '0:00-2:00'],
  ['Pacific/Apia', '2011-12-31T20:00:00Z', '9-10 2011-12-30'],
  ['Pacific/Apia', '2011-12-31T20:00:00Z', '1h 2011-12-30'],
  ['Pacific/Apia', '2011-12-31T20:00:00Z', '1h 2 days ago'],
  ['Pacific/Apia', '2011-12-31T20:00:00Z', '1h friday'],
  ['Pacific/Apia', '2011-12-31T05:00:00Z', '5 km yesterday'],
];

describe('zones', () => {
  it.each(INSTANTS)('in %s at %s reads %j as %s to %s', (zone, now, text, start, end) => {
    const reading = readingJson(readLine(`${text} #x`, { now: Date.parse(now), zone }));
    expect(reading).toMatchObject({
      kind: 'log',
      start,
      end,
      seconds: (Date.parse(end) - Date.parse(start)) / 1000,
    });
  });

  it.each(DAYS)('in %s at %s books %j on %s', (zone, now, text, day) => {
    const reading = readingJson(readLine(text, { now: Date.parse(now), zone }));
    expect(reading).toMatchObject(day === 'ask' ? { kind: 'ask' } : { kind: 'log', localDate: day });
  });

  it.each(GAPS)('in %s at %s refuses %j, for that time does not exist', (zone, now, text) => {
    const reading = readLine(text, { now: Date.parse(now), zone });
    expect(reading).toMatchObject({
      kind: 'error',
      reason: 'gap',
      message: expect.stringContaining('does not exist'),
    });
  });

  it('says so where a time came twice', () => {
    const context = { now: Date.parse('2026-11-01T20:00:00Z'), zone: 'America/New_York' };
    expect(readLine('1:15am-1:45am', context)).toMatchObject({ assumed: ['overlap-hour'] });
    expect(readLine('3am-4am', context)).toMatchObject({ assumed: [] });
  });

  it('marks the half of the day that it took where the clocks skip the other', () => {
    const context = { now: Date.parse('2026-03-08T20:00:00Z'), zone: 'America/New_York' };
    expect(readLine('2:30-3:30', context)).toMatchObject({ assumed: ['am/pm'], alternatives: [] });
  });

  it('never finds a range within one day too long, though a length of 25 hours is', () => {
    const context = { now: Date.parse('2026-11-02T20:00:00Z'), zone: 'America/New_York' };
    expect(readLine('midnight to midnight yesterday', context)).toMatchObject({
      kind: 'log',
      content: { seconds: 90_000 },
      assumed: ['long'],
    });
    expect(readLine('25h yesterday', context)).toMatchObject({ kind: 'error', reason: 'too_long' });
  });
});
