import { beforeEach, describe, expect, it } from 'vitest';
import { claimPress, claimRequest, SAME_CLICK_MS } from '../../src/store/claim.ts';
import type { Store } from '../../src/store/store.ts';
import { anotherStore, freshStore } from '../support/engine.ts';
import { scriptWrites } from '../support/faults.ts';
import { ADA, BOB } from '../support/samples.ts';

let store: Store;
beforeEach(async () => {
  store = await freshStore();
});

describe('a request', () => {
  it('belongs to whoever claims it first, of each member apart', async () => {
    expect(await claimRequest(store, ADA, 'a')).toBe('claimed');
    expect(await claimRequest(store, ADA, 'a')).toBe('claimed before');
    expect(await claimRequest(await anotherStore(store), ADA, 'a')).toBe('claimed before');
    expect(await claimRequest(store, BOB, 'a')).toBe('claimed');
  });

  it('of many at once belongs to one', async () => {
    const others = await Promise.all(Array.from({ length: 4 }, () => anotherStore(store)));
    const claims = await Promise.all(others.map((other) => claimRequest(other, ADA, 'a')));
    expect(claims.filter((claim) => claim === 'claimed')).toHaveLength(1);
  });

  it('is one’s own although the answer to the first try was lost', async () => {
    scriptWrites(store.client, ['lost']);
    expect(await claimRequest(store, ADA, 'a')).toBe('claimed');
    expect(await claimRequest(store, ADA, 'a')).toBe('claimed before');
  });
});

describe('a press', () => {
  it('of a double click belongs to the first click, and a later one to itself', async () => {
    const clock = { now: Date.UTC(2026, 8, 16) };
    const timed = await freshStore({ now: () => clock.now });
    for (const first of ['claimed', 'claimed anew', 'claimed anew'] as const) {
      expect(await claimPress(timed, ADA, 'a')).toBe(first);
      expect(await claimPress(timed, ADA, 'a')).toBe('same click');
      clock.now += SAME_CLICK_MS + 1000;
    }
  });

  it('of many at once belongs to one, the first time and later', async () => {
    const clock = { now: Date.UTC(2026, 8, 16) };
    const timed = await freshStore({ now: () => clock.now });
    for (const first of ['claimed', 'claimed anew'] as const) {
      const others = await Promise.all(Array.from({ length: 4 }, () => anotherStore(timed)));
      const claims = await Promise.all(others.map((other) => claimPress(other, ADA, 'a')));
      expect(claims.toSorted()).toEqual([first, 'same click', 'same click', 'same click']);
      clock.now += SAME_CLICK_MS + 1000;
    }
  });
});
