import { describe, expect, it } from 'vitest';
import { readLine } from '../../src/phrase/read-line.ts';
import { readMomentField } from '../../src/phrase/read-moment.ts';
import { instantFromIso } from '../../src/time.ts';

const at = (text: string) => instantFromIso(text) ?? Number.NaN;
const MADRID = { now: at('2026-09-17T08:00+02:00'), zone: 'Europe/Madrid' };
const SINCE = at('2026-09-16T09:00+02:00');

describe('when a forgotten timer stopped', () => {
  it.each([
    ['17:30', '2026-09-16T17:30+02:00', []],
    ['5pm', '2026-09-16T17:00+02:00', []],
    ['5', '2026-09-16T17:00+02:00', ['2026-09-17T05:00+02:00']],
    ['half past five', '2026-09-16T17:30+02:00', ['2026-09-17T05:30+02:00']],
    ['23:15', '2026-09-16T23:15+02:00', []],
    ['24:00', '2026-09-17T00:00+02:00', []],
    ['midnight', '2026-09-17T00:00+02:00', []],
    ['yesterday at 18:00', '2026-09-16T18:00+02:00', []],
    ['yesterday 6pm', '2026-09-16T18:00+02:00', []],
    ['at 17:30', '2026-09-16T17:30+02:00', []],
    ['20 minutes ago', '2026-09-17T07:40+02:00', []],
    ['1h ago', '2026-09-17T07:00+02:00', []],
  ] as const)('%s is read', (text, moment, others) => {
    const value = { at: at(moment), otherMoments: others.map(at) };
    expect(readMomentField(text, SINCE, MADRID)).toEqual({ kind: 'value', value });
  });

  it.each([
    ['08:30', '“08:30” does not lie between the start and now.'],
    ['26 hours ago', '“26 hours ago” does not lie between the start and now.'],
    ['whenever', 'Write a time, such as 17:30, yesterday at 6pm or 20 minutes ago.'],
    ['17:30 #client', 'Write a time, such as 17:30, yesterday at 6pm or 20 minutes ago.'],
    ['', 'Write a time, such as 17:30, yesterday at 6pm or 20 minutes ago.'],
    ['17:61', '17:61 is no time: minutes go up to 59.'],
  ] as const)('%s is refused with the reason', (text, message) => {
    expect(readMomentField(text, SINCE, MADRID)).toEqual({ kind: 'error', message });
  });

  it('is no time that the clocks skipped, and the first of one that came twice', () => {
    const skipped = { now: at('2026-03-29T09:00+02:00'), zone: 'Europe/Madrid' };
    const evening = at('2026-03-28T22:00+01:00');
    expect(readMomentField('2:30', evening, skipped).kind).toBe('error');
    expect(readMomentField('3:00', evening, skipped)).toMatchObject({
      value: { at: at('2026-03-29T03:00+02:00') },
    });
    const twice = { now: at('2026-10-25T09:00+01:00'), zone: 'Europe/Madrid' };
    expect(readMomentField('02:30', at('2026-10-24T22:00+02:00'), twice)).toMatchObject({
      value: { at: at('2026-10-25T02:30+02:00') },
    });
  });
});

describe('a timer’s own time', () => {
  const evening = { now: at('2026-09-16T18:05+02:00'), zone: 'Europe/Madrid' };

  it.each([
    ['start at 9', { startedAt: at('2026-09-16T09:00+02:00'), otherMoments: [at('2026-09-15T21:00+02:00')] }],
    ['start at 09:00', { startedAt: at('2026-09-16T09:00+02:00') }],
    ['start at 5', { startedAt: at('2026-09-16T17:00+02:00'), otherMoments: [at('2026-09-16T05:00+02:00')] }],
    ['switch at 5pm #x', { startedAt: at('2026-09-16T17:00+02:00') }],
    ['stop at 5', { endedAt: at('2026-09-16T17:00+02:00'), otherMoments: [at('2026-09-16T05:00+02:00')] }],
    ['stop at 17:30', { endedAt: at('2026-09-16T17:30+02:00') }],
    ['stop at 9', { endedAt: at('2026-09-16T09:00+02:00'), otherMoments: [at('2026-09-15T21:00+02:00')] }],
  ] as const)('%s keeps its other readings', (line, expected) => {
    const reading = readLine(line, evening);
    expect(reading).toMatchObject({ kind: 'command', command: expected });
    const hasOthers = reading.kind === 'command' && 'otherMoments' in reading.command;
    expect(hasOthers).toBe('otherMoments' in expected);
  });

  it('in the morning may have been the evening before', () => {
    const morning = { now: at('2026-09-16T07:00+02:00'), zone: 'Europe/Madrid' };
    expect(readLine('start at 9', morning)).toMatchObject({
      command: { startedAt: at('2026-09-15T21:00+02:00') },
    });
    expect(readLine('start at 6', morning)).toMatchObject({
      command: { startedAt: at('2026-09-16T06:00+02:00') },
    });
  });
});
