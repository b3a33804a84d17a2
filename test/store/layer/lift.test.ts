import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { commit } from '../../../src/store/layer/commit.ts';
import { kind } from '../../../src/store/layer/kind.ts';
import { liftRefused } from '../../../src/store/layer/lift.ts';
import { getItem, getRow } from '../../../src/store/layer/read.ts';
import { put, update } from '../../../src/store/layer/write.ts';
import { freshStore } from '../../support/engine.ts';

// Version 1 held minutes, version 2 seconds, version 3 names the unit.
const run = kind(
  'run',
  'x#{team}',
  'run#{id}',
  z.object({ amount: z.number(), unit: z.string(), v: z.number() }),
  [
    ({ minutes, ...rest }) => ({ ...rest, seconds: Number(minutes) * 60 }),
    ({ seconds, ...rest }) => ({ ...rest, amount: seconds, unit: 's' }),
  ],
);
const KEY = { team: 'T1', id: 'a' };
const OLD = { pk: 'x#T1', sk: 'run#a', minutes: 45, v: 1 };
const NEW = { ...KEY, amount: 2700, unit: 's', v: 1 };

describe('a row in an older shape', () => {
  it.each([OLD, { pk: 'x#T1', sk: 'run#a', seconds: 2700, v: 1, sv: 2 }, run.item(NEW)])(
    'is read as the newest one: %o',
    async (item) => {
      const store = await freshStore();
      await store.client.send(new PutCommand({ TableName: store.table, Item: { ...item } }));
      expect(await getRow(store, run, KEY)).toEqual(NEW);
    },
  );

  it('is never changed half: the write is refused, the row lifted, and the write then works', async () => {
    const store = await freshStore();
    await store.client.send(new PutCommand({ TableName: store.table, Item: OLD }));
    const write = update(run, KEY, { amount: 60, v: 2 }, { fields: { v: 1 } });
    const refusal = await commit(store, [write]);
    if (refusal === undefined) throw new Error('an older shape was changed');
    expect(await liftRefused(store, () => run, refusal)).toBe(true);
    expect(await getItem(store, write.key)).toEqual(run.item(NEW));
    expect(await commit(store, [write])).toBeUndefined();
    expect(await getRow(store, run, KEY)).toEqual({ ...NEW, amount: 60, v: 2 });
  });

  it('is left alone by a lift when it was changed since it was read', async () => {
    const store = await freshStore();
    await store.client.send(new PutCommand({ TableName: store.table, Item: { ...OLD, v: 5, minutes: 1 } }));
    await liftRefused(store, () => run, { index: 0, rows: new Map([[0, OLD]]) });
    expect(await getRow(store, run, KEY)).toEqual({ ...NEW, amount: 60, v: 5 });
  });

  it('needs no lift when it is refused for another reason', async () => {
    const store = await freshStore();
    await commit(store, [put(run, NEW)]);
    const refusal = await commit(store, [update(run, KEY, { v: 9 }, { fields: { v: 8 } })]);
    expect(refusal && (await liftRefused(store, () => run, refusal))).toBe(false);
  });
});

it('a row of a later version is not guessed at', async () => {
  const store = await freshStore();
  await store.client.send(new PutCommand({ TableName: store.table, Item: { ...run.item(NEW), sv: 4 } }));
  expect(await getRow(store, run, KEY)).toBeUndefined();
});
