import type { Item } from '../../src/store/layer/item.ts';
import { type WireRow, wirePages } from '../../src/store/layer/wire-rows.ts';
import type { Store } from '../../src/store/store.ts';
import { GOLDEN } from './golden-rows.ts';

/** All that a table holds, each row as one text, in one order: what two equal tables have in common. */
export async function contentOf(store: Store): Promise<readonly string[]> {
  const texts: string[] = [];
  for await (const rows of wirePages(store)) texts.push(...rows.map((row) => textOf(row)));
  return texts.toSorted();
}

/** One row of every kind in every version, no two with one key. */
export const EVERY_KIND: readonly Item[] = Object.values(GOLDEN).map((row, index) => ({
  ...row,
  pk: `${row.pk}-${index}`,
}));

/** Values of every type that DynamoDB knows, as its protocol has them. */
export const EVERY_TYPE: WireRow = {
  pk: { S: 'w#T9' },
  sk: { S: 'é"\n☕ \u2028 <!channel>' },
  number: { N: '12345678901234567890123456789012345678' },
  stamp: { N: '1789002700001.125' },
  bytes: { B: new Uint8Array([0, 255, 13, 10]) },
  flag: { BOOL: false },
  nothing: { NULL: true },
  empty: { S: '' },
  list: { L: [{ S: 'a' }, { L: [] }, { M: { deep: { N: '1' } } }] },
  map: { M: { '': { S: 'b' }, end: { M: {} } } },
  words: { SS: ['a', 'b'] },
  numbers: { NS: ['1', '2.5'] },
  blobs: { BS: [new Uint8Array([1]), new Uint8Array([2, 3])] },
};

/** A map has no order, and is answered in another one each time. */
function textOf(row: WireRow): string {
  return JSON.stringify(row, (_, value: unknown) => {
    if (value instanceof Uint8Array) return Buffer.from(value).toString('hex');
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)));
  });
}
