import { describe, expect, it } from 'vitest';
import { readLine } from '../../src/phrase/read-line.ts';
import { readTimeOfDay, readWeekTime } from '../../src/phrase/week-time.ts';
import { briefly, WEDNESDAY } from './support.ts';

const LAST_WEEK = { since: '2026-09-07', until: '2026-09-13' };

const REQUESTS: readonly (readonly [string, Readonly<Record<string, unknown>>])[] = [
  ['team', { does: 'overview' }],
  ['team report', { does: 'report', tags: [], members: [], share: false }],
  ['team report last week', { does: 'report', period: LAST_WEEK }],
  ['team last week', { does: 'report', period: LAST_WEEK }],
  ['team week by member', { does: 'report', by: 'member' }],
  ['team by person', { does: 'report', by: 'member' }],
  ['team report q3 by task task-12', { does: 'report', by: 'task', task: 12 }],
  ['team report #writing share', { does: 'report', tags: ['writing'], share: true }],
  ['team <@U2|ben>', { does: 'report', members: ['U2'] }],
  [
    'team report <@U2> and <@U3|cleo> last week',
    { does: 'report', members: ['U2', 'U3'], period: LAST_WEEK },
  ],
  ['team leads', { does: 'leads' }],
  ['team lead', { does: 'leads' }],
  ['team leads add <@U2|ben>', { does: 'add leads', members: ['U2'] }],
  ['team leads add <@U2|ben>, <@U3> and <@U2>', { does: 'add leads', members: ['U2', 'U3'] }],
  ['team leads remove <@U2>', { does: 'remove leads', members: ['U2'] }],
  ['team leads add', { does: 'add leads', members: [] }],
  ['team leads add @bob', { does: 'add leads', members: [], unread: '@bob' }],
  ['team leads <@U2>', { does: 'leads', unread: '<@U2>' }],
  ['team digest', { does: 'digest' }],
  ['team digest off', { does: 'digest off' }],
  ['team digest now', { does: 'digest now' }],
  ['team digest preview', { does: 'digest now' }],
  ['team digest on', { does: 'digest on' }],
  ['team digest on in <#C1|general>', { does: 'digest on', channel: 'C1' }],
  ['team digest on in <#C1> monday 9:00', { does: 'digest on', channel: 'C1', weekday: 1, time: '09:00' }],
  ['team digest on mondays at 9am in <#C1>', { does: 'digest on', channel: 'C1', weekday: 1, time: '09:00' }],
  ['team digest in <#G1|secret>', { does: 'digest on', channel: 'G1' }],
  ['team digest friday 17:00', { does: 'digest on', weekday: 5, time: '17:00' }],
  ['team digest on in #general monday 9:00', { does: 'digest on', unread: '#general monday 9:00' }],
  ['team digest on in general', { does: 'digest on', unread: 'general' }],
  ['team digest on in <#C1> mnday 9:00', { does: 'digest on', channel: 'C1', unread: 'mnday 9:00' }],
  ['team digest in <#C1> <#C2>', { does: 'digest on', channel: 'C1', unread: 'in <#C1> <#C2>' }],
  ['team members', { does: 'members' }],
  ['team members show', { does: 'members', named: true }],
  ['team members hide', { does: 'members', named: false }],
  ['team show me', { does: 'name me', allowed: true }],
  ['Team hide me.', { does: 'name me', allowed: false }],
];

describe('what is asked of the team', () => {
  it.each(REQUESTS)('is read in %j', (text, request) => {
    const reading = readLine(text, WEDNESDAY);
    expect(reading).toMatchObject({ kind: 'command', command: { name: 'team', ...request } });
    const unread = reading.kind === 'command' && 'unread' in reading.command;
    expect(unread).toBe('unread' in request);
  });

  it.each([
    ['team lunch 1h', 'log 3600 2026-09-16'],
    ['team report prep 1h', 'log 3600 2026-09-16'],
    ['team today 1h', 'log 3600 2026-09-16'],
    ['team leads sync 30m', 'log 1800 2026-09-16'],
    ['team leads meeting 9am-11', 'log 7200 2026-09-16 09:00-11:00'],
    ['team digest #docs 2h', 'log 7200 2026-09-16'],
    ['team digest draft 45m', 'log 2700 2026-09-16'],
    ['team digest on hold 9am-11', 'log 7200 2026-09-16 09:00-11:00'],
    ['team members interview 1h', 'log 3600 2026-09-16'],
    ['team 2h #client', 'log 7200 2026-09-16'],
    ['team last week 2h', 'log 7200 2026-09-16'],
    ['team show me around 1h', 'log 3600 2026-09-16'],
    ['team leads add 2 slides 30m', 'log 1800 2026-09-16'],
    ['team report by ben 30m', 'log 1800 2026-09-16'],
    ['team lunch', 'error no_duration'],
    ['team #writing', 'error no_duration'],
  ])('is no part of %j, which is %s', (text, expected) => {
    expect(briefly(text)).toBe(expected);
  });
});

describe('a report of the team with words that narrow nothing', () => {
  it.each([
    ['team report "client call"', 'looks into nobody’s notes', '"client call"'],
    ['team report last month client call', 'looks into nobody’s notes', 'client call'],
    ['team report by colour', 'not by “colour”', 'colour'],
    ['team report share by member', 'where `share` is its last word', 'share'],
    ['team report by tag since forever', 'A period is said like', 'since'],
  ])('%s is refused with what does', (text, said, fault) => {
    const reading = readLine(text, WEDNESDAY);
    expect(reading).toMatchObject({ kind: 'error', fault, message: expect.stringContaining(said) });
    expect(reading.kind === 'error' && reading.message).not.toContain('double quotes');
  });
});

describe('a time in the week', () => {
  it.each([
    ['friday 17:00', { weekday: 5, time: '17:00' }],
    ['every Monday', { weekday: 1 }],
    ['mondays at 9', { weekday: 1, time: '09:00' }],
    ['on tue, 5:30 pm', { weekday: 2, time: '17:30' }],
    ['at 12am', { time: '00:00' }],
    ['8:15', { time: '08:15' }],
  ])('is read in %j', (words, time) => {
    expect(readWeekTime(words)).toEqual(time);
  });

  it.each(['', 'someday', 'monday 25:00', '13pm', 'monday tuesday', 'at', '9:5'])('is not in %j', (words) => {
    expect(readWeekTime(words)).toBeUndefined();
  });

  it('has no hour that a clock has not', () => {
    expect(['24:00', '9:60', '0am', ''].map(readTimeOfDay)).toEqual([
      undefined,
      undefined,
      '00:00',
      undefined,
    ]);
  });
});
