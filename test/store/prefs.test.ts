import { describe, expect, it } from 'vitest';
import { readHome } from '../../src/store/home.ts';
import { writeFirstUse, writePrefs } from '../../src/store/prefs.ts';
import { freshStore } from '../support/engine.ts';
import { ADA, BOB, EVE } from '../support/samples.ts';

const MADRID = { zone: 'Europe/Madrid', zoneAssumed: false, weekStart: 1 } as const;
const LIMA = { zone: 'America/Lima', zoneAssumed: true, weekStart: 7 } as const;

describe('prefs', () => {
  it('of the first use are kept, and those of a second first use are not', async () => {
    const store = await freshStore();
    const first = await writeFirstUse(store, ADA, 'a', MADRID);
    expect(first).toMatchObject(MADRID);
    expect((await readHome(store, ADA, '2026-09-16')).prefs).toEqual(first);
    expect(await writeFirstUse(store, ADA, 'a', MADRID)).toEqual(first);
    expect(await writeFirstUse(store, ADA, 'b', LIMA)).toEqual(first);
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
    expect(new Set(all.map(({ version }) => version)).size).toBe(1);
  });

  it('are replaced when they stand as seen', async () => {
    const store = await freshStore();
    const first = await writeFirstUse(store, ADA, 'a', MADRID);
    const second = await writePrefs(store, ADA, first, LIMA);
    expect(second).toMatchObject({ kind: 'done', prefs: LIMA });
    expect((await readHome(store, ADA, '2026-09-16')).prefs).toEqual(second.prefs);
    expect(await writePrefs(store, ADA, first, MADRID)).toEqual({ kind: 'changed', prefs: second.prefs });
  });
});
