import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { commit } from '../../../src/store/layer/commit.ts';
import { BusyError } from '../../../src/store/layer/contention.ts';
import { kind } from '../../../src/store/layer/kind.ts';
import { getItem, getRow } from '../../../src/store/layer/read.ts';
import { check, put, update } from '../../../src/store/layer/write.ts';
import { freshStore } from '../../support/engine.ts';
import { cancelledFor, injectFaults, scriptWrites } from '../../support/faults.ts';

// Reserved words and odd names on purpose: nothing of them may reach an expression as it is.
const thing = kind(
  'thing',
  'x#{team}',
  'thing#{id}',
  z.object({
    name: z.exactOptional(z.string()),
    size: z.exactOptional(z.number()),
    values: z.exactOptional(z.array(z.string())),
    map: z.exactOptional(z.record(z.string(), z.number())),
    v: z.number(),
  }),
);
const A = { team: 'T1', id: 'a' };
const B = { team: 'T1', id: 'b' };

describe('one write', () => {
  it('puts a row and reads back every type it holds', async () => {
    const store = await freshStore();
    const row = {
      ...A,
      name: 'ñ',
      size: -1.125,
      values: ['x', 'y'],
      map: { s: 2700, km: 0.3 },
      v: 1_789_000_000_000.123,
    };
    expect(await commit(store, [put(thing, row)])).toBeUndefined();
    expect(await getRow(store, thing, A)).toEqual(row);
  });

  it.each([
    ['put where the row is there', put(thing, { ...A, v: 9 }, { row: 'absent' }), true],
    ['put where it is not there', put(thing, { ...B, v: 9 }, { row: 'absent' }), false],
    ['update as it stands', update(thing, A, { name: 'new' }, { fields: { v: 1, values: null } }), false],
    ['update with a field that differs', update(thing, A, { name: 'new' }, { fields: { v: 2 } }), true],
    [
      'update with a field that must be missing',
      update(thing, A, { name: 'x' }, { fields: { size: null } }),
      true,
    ],
    ['update of a row that must be there', update(thing, B, { name: 'x' }, { row: 'there' }), true],
    [
      'update with a list and a map',
      update(thing, A, { values: ['z'], map: { a: 1 } }, { fields: { v: 1 } }),
      false,
    ],
    [
      'removal of what is there and what is not',
      update(thing, A, { size: null, map: null }, { row: 'there' }),
      false,
    ],
    ['check that holds', check(thing, A, { row: 'there', fields: { name: 'old', size: 2 } }), false],
    ['check that does not', check(thing, A, { fields: { name: 'other' } }), true],
  ] as const)('%s', async (_name, write, refused) => {
    const store = await freshStore();
    const row = { ...A, name: 'old', size: 2, v: 1 };
    await commit(store, [put(thing, row)]);
    const before = await getItem(store, write.key);
    const refusal = await commit(store, [write]);
    expect(refusal !== undefined).toBe(refused);
    if (refused) {
      expect(refusal?.rows.get(0)).toEqual(before);
      expect(await getItem(store, write.key)).toEqual(before);
    } else if (write.action === 'update') {
      const after = Object.entries({ ...before, ...write.set }).filter(([, value]) => value !== null);
      expect(await getItem(store, write.key)).toEqual(Object.fromEntries(after));
    }
  });
});

describe('several writes', () => {
  it('are all done or none, and a refusal shows every row in the way', async () => {
    const store = await freshStore();
    await commit(store, [put(thing, { ...A, map: { km: 1.5 }, values: ['q'], v: 1 })]);
    const writes = [
      put(thing, { ...B, v: 1 }, { row: 'absent' }),
      update(thing, A, { v: 2 }, { fields: { v: 7 } }),
      check(thing, { team: 'T1', id: 'c' }, { row: 'there' }),
    ];
    const refusal = await commit(store, writes);
    expect(refusal?.index).toBe(1);
    expect([...(refusal?.rows.keys() ?? [])]).toEqual([1, 2]);
    expect(refusal?.rows.get(1)).toMatchObject({ v: 1, map: { km: 1.5 }, values: ['q'] });
    expect(await getRow(store, thing, B)).toBeUndefined();
    expect(await commit(store, writes.slice(0, 1))).toBeUndefined();
  });

  it('whose answer was lost are not done twice and not told as refused', async () => {
    const store = await freshStore();
    const counts = injectFaults(store.client, { seed: 3, lost: 0.5 });
    let done = 0;
    for (let v = 1; v <= 30; v += 1) {
      const id = `row-${v}`;
      const writes = [
        put(thing, { ...A, id, v }, { row: 'absent' }),
        put(thing, { ...B, id: `${id}-b`, v }, { row: 'absent' }),
      ];
      // Three lost answers in a row end a call; it is the next delivery that would tell.
      const refusal = await commit(store, writes).catch((error: Error) => error);
      if (refusal === undefined) done += 1;
      else expect(refusal).toMatchObject({ name: 'TimeoutError' });
    }
    expect(counts.lost).toBeGreaterThan(10);
    expect(done).toBeGreaterThan(20);
  });

  it('that were done by a lost try are not refused by themselves after a conflict', async () => {
    const store = await freshStore();
    scriptWrites(store.client, ['lost', cancelledFor('TransactionConflict', 'None')]);
    const writes = [
      put(thing, { ...A, v: 1 }, { row: 'absent' }),
      put(thing, { ...B, v: 1 }, { row: 'absent' }),
    ];
    expect(await commit(store, writes)).toBeUndefined();
  });

  it('are not called refused while an earlier one of them could not be judged', async () => {
    const store = await freshStore();
    scriptWrites(store.client, [cancelledFor('TransactionConflict', 'ConditionalCheckFailed')]);
    const writes = [
      put(thing, { ...A, v: 1 }, { row: 'absent' }),
      put(thing, { ...B, v: 1 }, { row: 'absent' }),
    ];
    expect(await commit(store, writes)).toBeUndefined();
  });

  it('are refused at once when the first of them is, whatever stands in the way of the others', async () => {
    const store = await freshStore();
    scriptWrites(store.client, [cancelledFor('ConditionalCheckFailed', 'TransactionConflict')]);
    const writes = [
      put(thing, { ...A, v: 1 }, { row: 'absent' }),
      put(thing, { ...B, v: 1 }, { row: 'absent' }),
    ];
    expect((await commit(store, writes))?.index).toBe(0);
  });

  it('wait for others that are at work, but not for ever', async () => {
    const store = await freshStore();
    const counts = injectFaults(store.client, { seed: 1, conflict: 0.7 });
    const writes = [put(thing, { ...A, v: 1 }, { row: 'absent' }), put(thing, { ...B, v: 1 })];
    expect(await commit(store, writes)).toBeUndefined();
    expect(counts.conflict).toBeGreaterThan(0);
    injectFaults(store.client, { seed: 2, conflict: 1 });
    await expect(commit(store, writes)).rejects.toThrow(BusyError);
    await expect(commit(store, [put(thing, { ...A, v: 2 })])).rejects.toThrow(BusyError);
  });

  it('wait when requests come too fast', async () => {
    const store = await freshStore();
    const counts = injectFaults(store.client, { seed: 4, throttle: 0.8 });
    expect(await commit(store, [put(thing, { ...A, v: 1 }), put(thing, { ...B, v: 1 })])).toBeUndefined();
    expect(await getRow(store, thing, A)).toEqual({ ...A, v: 1 });
    expect(counts.throttle).toBeGreaterThan(0);
  });
});

it('refuses to write a row that breaks its declaration', () => {
  expect(() => put(thing, { ...A, id: 'a#b', v: 1 })).toThrow('A key cannot hold');
  expect(() => put(thing, { ...A, size: Number.NaN, v: 1 })).toThrow();
});
