import { beforeEach, describe, expect, it } from 'vitest';
import { FIRST_SETTINGS, type Prefs } from '../../src/member.ts';
import { bucketOf } from '../../src/schedule.ts';
import { ensureDue, moveCursor, moveDue, readCursor, readDue, readDues } from '../../src/store/due.ts';
import { writeFirstUse, writePrefs } from '../../src/store/prefs.ts';
import { startSending } from '../../src/store/sending.ts';
import { type Store, withTally } from '../../src/store/store.ts';
import { instantFromIso, isoOf } from '../../src/time.ts';
import { freshStore } from '../support/engine.ts';
import { ADA, BOB } from '../support/samples.ts';

const WEDNESDAY = Date.UTC(2026, 8, 16, 16, 5);
const MONDAY = at('2026-09-21T07:00:00Z');
const DIGEST = { errand: 'digest', member: ADA } as const;
const SETTINGS = { ...FIRST_SETTINGS, zone: 'Europe/Madrid' } as const;

let store: Store;
beforeEach(async () => {
  store = await freshStore({ now: () => WEDNESDAY });
});

function at(iso: string): number {
  return instantFromIso(iso) ?? Number.NaN;
}

const states = async (bucket: number) =>
  (await readDues(store, bucket, bucket)).map(
    (due) => `${'member' in due ? due.member.memberId : 'team'} ${due.errand} ${due.state}`,
  );

async function due(bucket = MONDAY) {
  const found = await readDue(store, { bucket, ...DIGEST });
  if (found === undefined) throw new Error('nothing is due');
  return found;
}

describe('what the settings ask for', () => {
  it('is put on the clockwork at the first use', async () => {
    await writeFirstUse(store, ADA, 'a', SETTINGS);
    await writeFirstUse(store, BOB, 'b', { ...SETTINGS, zone: 'America/New_York' });
    expect(await states(MONDAY)).toEqual([`${ADA.memberId} digest due`]);
    expect(await states(at('2026-09-21T13:00:00Z'))).toEqual([`${BOB.memberId} digest due`]);
  });

  it('follows each change of them, and comes back to where it was without a second row', async () => {
    const { prefs } = await writeFirstUse(store, ADA, 'a', SETTINGS);
    const friday = { ...SETTINGS, digest: { weekday: 5, time: '17:10' } } as const;
    const { prefs: later } = await writePrefs(store, ADA, prefs, friday);
    expect(await states(at('2026-09-18T15:15:00Z'))).toEqual([`${ADA.memberId} digest due`]);
    await moveDue(store, await due(), 'sent');
    await writePrefs(store, ADA, later, SETTINGS);
    expect(await states(MONDAY)).toEqual([`${ADA.memberId} digest sent`]);
  });

  it('leaves nothing behind where it is off', async () => {
    const { digest: _, ...off } = SETTINGS;
    const { prefs } = await writeFirstUse(store, ADA, 'a', off);
    expect(await states(MONDAY)).toEqual([]);
    const reminded: Prefs = { ...prefs, dailyTarget: 28_800, reminderTime: '17:30' };
    await writePrefs(store, ADA, prefs, reminded);
    expect(await states(at('2026-09-17T15:30:00Z'))).toEqual([`${ADA.memberId} reminder due`]);
  });
});

describe('an errand', () => {
  beforeEach(() => ensureDue(store, DIGEST, MONDAY));

  it('is put on the clockwork once', async () => {
    await moveDue(store, await due(), 'claimed', { until: MONDAY });
    await ensureDue(store, DIGEST, MONDAY);
    expect(await states(MONDAY)).toEqual([`${ADA.memberId} digest claimed`]);
  });

  it('is moved by one of many who read it', async () => {
    const seen = await due();
    const moved = await Promise.all(Array.from({ length: 20 }, () => moveDue(store, seen, 'claimed')));
    expect(moved.filter((one) => one !== undefined)).toHaveLength(1);
  });

  it('is sent once for a day, whatever brought it up a second time', async () => {
    await ensureDue(store, DIGEST, MONDAY + 3_600_000);
    const first = await startSending(store, await due(), '2026-09-14', MONDAY);
    expect(first).toMatchObject({ state: 'sending' });
    expect(await startSending(store, await due(MONDAY + 3_600_000), '2026-09-14', MONDAY)).toBe(
      'sent before',
    );
  });

  it('may be sent again where Slack asked to come back later', async () => {
    const first = await startSending(store, await due(), '2026-09-14', MONDAY);
    if (typeof first !== 'object') throw new Error('it was not sent');
    await moveDue(store, first, 'due', { until: MONDAY + 30_000 });
    expect(await startSending(store, await due(), '2026-09-14', MONDAY)).toMatchObject({ state: 'sending' });
  });
});

describe('a stretch of time', () => {
  it('is read from quarter to quarter over the days, at one request a day and shard', async () => {
    const times = [
      '2026-09-20T23:45:00Z',
      '2026-09-21T00:00:00Z',
      '2026-09-21T23:45:00Z',
      '2026-09-22T07:00:00Z',
    ];
    for (const time of times) await ensureDue(store, DIGEST, at(time));
    const found = async (from: string, until: string) => {
      const { store: counted, tally } = withTally(store);
      const dues = await readDues(counted, at(from), at(until));
      return [dues.map(({ bucket }) => isoOf(bucket)), tally.requests];
    };
    expect(await found('2026-09-20T23:45:00Z', '2026-09-22T07:00:00Z')).toEqual([times, 12]);
    expect(await found('2026-09-21T00:00:00Z', '2026-09-22T06:45:00Z')).toEqual([times.slice(1, 3), 8]);
    expect(await found('2026-09-21T00:15:00Z', '2026-09-21T23:30:00Z')).toEqual([[], 4]);
  });
});

describe('the cursor', () => {
  it('only goes on, whoever moves it', async () => {
    expect(await readCursor(store)).toBeUndefined();
    const [one, two] = [bucketOf(WEDNESDAY), bucketOf(WEDNESDAY) + 900_000];
    await Promise.all([moveCursor(store, undefined, one), moveCursor(store, undefined, one)]);
    await moveCursor(store, one, two);
    await moveCursor(store, one, one);
    expect(await readCursor(store)).toBe(two);
  });
});
