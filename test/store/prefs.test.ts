import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { FIRST_SETTINGS } from '../../src/member.ts';
import { readHome } from '../../src/store/home.ts';
import { wasMetBy, writeFirstUse, writePrefs } from '../../src/store/prefs.ts';
import { freshStore } from '../support/engine.ts';
import { ADA, BOB, EVE } from '../support/samples.ts';

const MADRID = { ...FIRST_SETTINGS, zone: 'Europe/Madrid' } as const;
const LIMA = { ...FIRST_SETTINGS, zone: 'America/Lima', zoneAssumed: true, weekStart: 7 } as const;

const SET = {
  ...MADRID,
  zoneChosen: true,
  dailyTarget: 27_000,
  workingDays: [1, 2, 6],
  digest: { weekday: 5, time: '17:30' },
  reminderTime: '16:00',
} as const;

describe('prefs', () => {
  it('of the first use are kept, and those of a second first use are not', async () => {
    const store = await freshStore();
    const first = await writeFirstUse(store, ADA, 'a', MADRID);
    expect(first).toMatchObject({ prefs: MADRID, isFirst: true });
    const home = await readHome(store, ADA, '2026-09-16');
    expect(home.prefs).toEqual(first.prefs);
    expect([wasMetBy(home, 'a'), wasMetBy(home, 'b')]).toEqual([true, false]);
    expect(await writeFirstUse(store, ADA, 'a', MADRID)).toEqual(first);
    expect(await writeFirstUse(store, ADA, 'b', LIMA)).toEqual({ ...first, isFirst: false });
    expect((await readHome(store, BOB, '2026-09-16')).prefs).toBeUndefined();
    expect((await readHome(store, EVE, '2026-09-16')).prefs).toBeUndefined();
  });

  it('are the same for all who use it first at once', async () => {
    const store = await freshStore();
    const all = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        writeFirstUse(store, ADA, `${index}`, index % 2 === 0 ? MADRID : LIMA),
      ),
    );
    expect(new Set(all.map(({ prefs }) => prefs.version)).size).toBe(1);
    expect(all.filter(({ isFirst }) => isFirst)).toHaveLength(1);
  });

  it('are replaced when they stand as seen', async () => {
    const store = await freshStore();
    const { prefs: first } = await writeFirstUse(store, ADA, 'a', MADRID);
    const second = await writePrefs(store, ADA, first, SET);
    expect(second).toMatchObject({ kind: 'done', prefs: SET });
    const home = await readHome(store, ADA, '2026-09-16');
    expect(home.prefs).toEqual(second.prefs);
    expect(wasMetBy(home, 'a')).toBe(false);
    expect(await writePrefs(store, ADA, first, LIMA)).toEqual({ kind: 'changed', prefs: second.prefs });
    expect(await writePrefs(store, ADA, first, SET)).toEqual(second);
  });

  it('of the time before working days and digests get what held for everybody', async () => {
    const store = await freshStore();
    const Item = { pk: 'u#T1#U1', sk: 'me#prefs', tz: 'America/Lima', week: 7, v: 1 };
    await store.client.send(new PutCommand({ TableName: store.table, Item }));
    const { prefs } = await readHome(store, ADA, '2026-09-16');
    expect(prefs).toEqual({ ...FIRST_SETTINGS, zone: 'America/Lima', weekStart: 7, version: 1 });
    if (prefs === undefined) throw new Error('no prefs');
    expect(await writePrefs(store, ADA, prefs, SET)).toMatchObject({ kind: 'done', prefs: SET });
  });
});
