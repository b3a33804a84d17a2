import { GetCommand, QueryCommand, type QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import type { Store } from '../store.ts';
import { withRetries } from './contention.ts';
import { type Item, type ItemKey, isLive, keyOfItem } from './item.ts';
import type { AnyKind, Kind } from './kind.ts';
import { costAsked, report } from './usage.ts';

/** One row as it stands now, whatever its state; read strongly. */
export async function getItem(store: Store, key: ItemKey): Promise<Item | undefined> {
  const input = { TableName: store.table, Key: key, ConsistentRead: true, ...costAsked(store) };
  const { Item, ConsumedCapacity } = await withRetries(store, 'GetItem', (options) =>
    store.client.send(new GetCommand(input), options),
  );
  report(store, 'get', 'read', ConsumedCapacity);
  return Item;
}

/** One live row of a kind, read strongly; `undefined` when it is not there, deleted, expired or unreadable. */
export async function getRow<Key extends object, Attributes extends object>(
  store: Store,
  kind: Kind<Key, Attributes>,
  key: Key,
): Promise<(Key & Attributes) | undefined> {
  const item = await getItem(store, kind.keyOf(key));
  return item === undefined || !isLive(item, store.now()) ? undefined : readRow(store, kind, item);
}

/** Reads a row of a kind; one that breaks its declaration is reported and left out. */
export function readRow<Key extends object, Attributes extends object>(
  store: Store,
  kind: Kind<Key, Attributes>,
  item: Item,
): (Key & Attributes) | undefined {
  const reading = kind.read(item);
  if (reading.ok) return reading.row;
  store.onUnreadable({ ...keyOfItem(item), problem: reading.problem });
  return undefined;
}

type Query = Omit<QueryCommandInput, 'TableName' | 'ExclusiveStartKey'>;

/** All items that a Query finds, page by page; the table's name and the cost are filled in. */
export async function queryItems(store: Store, input: Query): Promise<readonly Item[]> {
  return (await queryPages(store, input, Number.POSITIVE_INFINITY)).items;
}

/** What the first pages of a Query brought; `whole` when there was no more. */
export type Pages = { readonly items: readonly Item[]; readonly whole: boolean };

/** As {@link queryItems}, but at most so many pages of a megabyte each. */
export async function queryPages(store: Store, input: Query, mostPages: number): Promise<Pages> {
  const items: Item[] = [];
  let pages = 0;
  for await (const page of pagesOf(store, input)) {
    for (const item of page.items) items.push(item);
    pages += 1;
    const enough = pages >= mostPages || (input.Limit !== undefined && items.length >= input.Limit);
    if (page.whole || enough) return { items, whole: page.whole };
  }
  return { items, whole: true };
}

/** The pages of a Query one by one, so that no more than one of them is held; `whole` is true of the last. */
export async function* pagesOf(store: Store, input: Query): AsyncGenerator<Pages, void, void> {
  let from: QueryCommandInput['ExclusiveStartKey'];
  do {
    const page = { ...input, TableName: store.table, ...costAsked(store), ExclusiveStartKey: from };
    const found = await withRetries(store, 'Query', (options) =>
      store.client.send(new QueryCommand(page), options),
    );
    report(store, 'query', 'read', found.ConsumedCapacity);
    from = found.LastEvaluatedKey;
    yield { items: found.Items ?? [], whole: from === undefined };
  } while (from !== undefined);
}

/** What a Query of a kind's rows carries so that some attributes stay where they are: fewer bytes come over, at the same cost. */
export function projected({ attributes }: AnyKind, without: readonly string[]) {
  const names = ['pk', 'sk', 'sv', ...attributes.filter((name) => !without.includes(name))];
  return {
    ProjectionExpression: names.map((_, index) => `#p${index}`).join(', '),
    ExpressionAttributeNames: Object.fromEntries(names.map((name, index) => [`#p${index}`, name])),
  };
}

/** A contiguous stretch of one partition, both ends inclusive. */
export type Stretch = { readonly pk: string; readonly from: string; readonly to: string };

/** What one query over several kinds brought, by kind. */
export type Sheet<Kinds> = {
  readonly rows: {
    readonly [Name in keyof Kinds]: Kinds[Name] extends Kind<infer Key, infer Row>
      ? readonly (Key & Row)[]
      : never;
  };
  /** How many rows broke their declaration, or are of no kind asked for. */
  readonly unreadable: number;
};

/** Reads live rows of several kinds that lie side by side, strongly, with one Query a page. */
export function collection<Kinds extends Readonly<Record<string, AnyKind>>>(
  kinds: Kinds,
): (store: Store, stretch: Stretch) => Promise<Sheet<Kinds>>;
export function collection(kinds: Readonly<Record<string, AnyKind>>) {
  return async (store: Store, { pk, from, to }: Stretch) => {
    const items = await queryItems(store, {
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
      ExpressionAttributeValues: { ':pk': pk, ':from': from, ':to': to },
      ConsistentRead: true,
    });
    const rows: Record<string, object[]> = Object.fromEntries(Object.keys(kinds).map((name) => [name, []]));
    let unreadable = 0;
    const now = store.now();
    for (const item of items) {
      if (!isLive(item, now)) continue;
      const [name, kind] = Object.entries(kinds).find(([, { owns }]) => owns(keyOfItem(item))) ?? [];
      const row = kind === undefined ? unknownRow(store, item) : readRow(store, kind, item);
      if (row === undefined) unreadable += 1;
      else if (name !== undefined) rows[name]?.push(row);
    }
    return { rows, unreadable };
  };
}

function unknownRow(store: Store, item: Item): undefined {
  store.onUnreadable({ ...keyOfItem(item), problem: 'no kind has such a key' });
}
