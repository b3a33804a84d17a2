import { beforeEach, expect, it } from 'vitest';
import { readHome } from '../../src/store/home.ts';
import { keepPublication } from '../../src/store/keep-publication.ts';
import type { Store } from '../../src/store/store.ts';
import { freshStore } from '../support/engine.ts';
import { scriptWrites } from '../support/faults.ts';
import { ADA, BOB } from '../support/samples.ts';

let store: Store;
beforeEach(async () => {
  store = await freshStore();
});

const ONE = { content: 'one', slackHash: '1.x' };
const TWO = { content: 'two', slackHash: '2.x' };
const kept = async (member = ADA) => (await readHome(store, member, '2026-09-16')).publication;

it('a publication is read with the home of its member, and of nobody else', async () => {
  expect(await kept()).toBeUndefined();
  expect(await keepPublication(store, ADA, undefined, ONE)).toBe(true);
  expect(await kept()).toMatchObject(ONE);
  expect(await kept(BOB)).toBeUndefined();
});

it('is kept only in place of the one that was seen', async () => {
  await keepPublication(store, ADA, undefined, ONE);
  const seen = await kept();
  expect(await keepPublication(store, ADA, undefined, TWO)).toBe(false);
  expect(await keepPublication(store, ADA, seen, TWO)).toBe(true);
  expect(await keepPublication(store, ADA, seen, ONE)).toBe(false);
  expect(await kept()).toMatchObject(TWO);
});

it('kept anew unchanged, it is another one for whoever saw it before', async () => {
  await keepPublication(store, ADA, undefined, ONE);
  const seen = await kept();
  expect(await keepPublication(store, ADA, seen, ONE)).toBe(true);
  expect(await keepPublication(store, ADA, seen, TWO)).toBe(false);
});

it('is kept although the answer was lost', async () => {
  scriptWrites(store.client, ['lost']);
  expect(await keepPublication(store, ADA, undefined, ONE)).toBe(true);
  expect(await kept()).toMatchObject(ONE);
});
