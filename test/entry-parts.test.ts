import { describe, expect, it } from 'vitest';
import type { EntryContent } from '../src/entry.ts';
import { copyOfEntry, entryOnDay, entryWithout, splitEntry } from '../src/entry-parts.ts';
import { instantFromIso } from '../src/time.ts';
import { content } from './support/samples.ts';

const at = (text: string) => instantFromIso(text) ?? Number.NaN;
const times = (from: string, to: string) => ({ startedAt: at(from), endedAt: at(to) });
const day = (from: string, to: string) => times(`2026-09-16T${from}+02:00`, `2026-09-16T${to}+02:00`);

function clocked(clock: ReturnType<typeof times>, said: Partial<EntryContent> = {}): EntryContent {
  return content({ seconds: (clock.endedAt - clock.startedAt) / 1000, clock, ...said });
}

const FULL = { task: 12, note: 'draft', measures: [{ value: 12, unit: 'pages' }] };

describe('an entry that is split', () => {
  it('gives each part its time; tags and task stay with both, note and counts with one', () => {
    expect(splitEntry(content(FULL), 900, 'first')).toEqual([
      content({ ...FULL, seconds: 900 }),
      content({ task: 12, seconds: 1800 }),
    ]);
    expect(splitEntry(content(FULL), 900, 'second')).toEqual([
      content({ task: 12, seconds: 900 }),
      content({ ...FULL, seconds: 1800 }),
    ]);
  });

  it('by clock times is cut on the clock', () => {
    expect(splitEntry(clocked(day('09:00', '11:00')), 1800, 'first')).toEqual([
      clocked(day('09:00', '09:30')),
      clocked(day('09:30', '11:00')),
    ]);
  });

  it('behind midnight has its second part on the next day', () => {
    const night = clocked(times('2026-09-16T22:00+02:00', '2026-09-17T02:00+02:00'));
    const [first, second] = splitEntry(night, 3 * 3600, 'first') ?? [];
    expect([first?.date, second?.date]).toEqual(['2026-09-16', '2026-09-17']);
    expect((first?.seconds ?? 0) + (second?.seconds ?? 0)).toBe(night.seconds);
  });

  it.each([0, -5, 2700, 9999])('cannot be cut after %i seconds of 2,700', (after) => {
    expect(splitEntry(content(), after, 'first')).toBeUndefined();
  });

  it('has to hold time', () => {
    const { seconds: _, ...counted } = content(FULL);
    expect(splitEntry(counted, 1, 'first')).toBeUndefined();
  });
});

describe('an entry without the time of another', () => {
  const entry = clocked(day('09:00', '11:00'), FULL);
  const { note: _, ...rest } = entry;
  const plain = { ...rest, measures: [] };
  const part = (from: string, to: string, of: EntryContent = entry) => {
    const clock = day(from, to);
    return { ...of, clock, seconds: (clock.endedAt - clock.startedAt) / 1000 };
  };

  it.each([
    ['10:00', '12:00', [part('09:00', '10:00')], 'its end is cropped'],
    ['08:00', '10:00', [part('10:00', '11:00')], 'its begin is cropped'],
    ['10:00', '10:30', [part('09:00', '10:00'), part('10:30', '11:00', plain)], 'the other lies inside'],
    ['09:00', '10:00', [part('10:00', '11:00')], 'both begin at once'],
    ['10:00', '11:00', [part('09:00', '10:00')], 'both end at once'],
    ['09:00', '11:00', [], 'both are the same'],
    ['08:00', '12:00', [], 'the other covers it'],
    ['11:00', '12:00', [entry], 'they only touch'],
  ] as const)('from %s to %s: %#', (from, to, expected, _why) => {
    expect(entryWithout(entry, day(from, to))).toEqual(expected);
  });

  it('moves to the day on which its rest begins', () => {
    const night = clocked(times('2026-09-16T22:00+02:00', '2026-09-17T02:00+02:00'));
    const taken = times('2026-09-16T21:00+02:00', '2026-09-17T01:00+02:00');
    expect(entryWithout(night, taken)).toMatchObject([{ date: '2026-09-17', seconds: 3600 }]);
  });
});

describe('an entry on another day', () => {
  it('keeps its length, and its time of the clock in summer and winter', () => {
    expect(entryOnDay(content(), '2026-01-05')).toEqual(content({ date: '2026-01-05' }));
    expect(entryOnDay(clocked(day('09:00', '11:00')), '2026-01-05')).toEqual(
      clocked(times('2026-01-05T09:00+01:00', '2026-01-05T11:00+01:00'), { date: '2026-01-05' }),
    );
  });

  it('is as long as it was on a day whose clocks change meanwhile', () => {
    const night = clocked(day('01:30', '04:00'));
    expect(entryOnDay(night, '2026-10-25')).toMatchObject({
      seconds: 9000,
      clock: times('2026-10-25T01:30+02:00', '2026-10-25T03:00+01:00'),
    });
  });

  it('cannot begin at a time that its clocks skip', () => {
    expect(entryOnDay(clocked(day('02:30', '04:00')), '2026-03-29')).toBeUndefined();
  });
});

it('a copy is a length: when on the clock it was is not known', () => {
  const entry = clocked(day('09:00', '11:00'), FULL);
  expect(copyOfEntry(entry, '2026-10-01', 'Asia/Tokyo')).toEqual(
    content({ ...FULL, date: '2026-10-01', zone: 'Asia/Tokyo', seconds: 7200 }),
  );
});
