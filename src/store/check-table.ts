import { DescribeTableCommand, ResourceNotFoundException } from '@aws-sdk/client-dynamodb';
import { counterKind } from './kinds/counter.ts';
import { entryKind } from './kinds/entry.ts';
import { journalKind } from './kinds/journal.ts';
import { memberKind } from './kinds/member.ts';
import { prefsKind } from './kinds/prefs.ts';
import { taskKind } from './kinds/task.ts';
import { kindAt } from './kinds.ts';
import { type Item, keyOfItem } from './layer/item.ts';
import type { Kind } from './layer/kind.ts';
import { scanItems } from './layer/scan.ts';
import { NAMES } from './names.ts';
import type { Store } from './store.ts';

/** A row that breaks a declaration. Never holds what the row says, only where and what. */
export type Break = { readonly pk: string; readonly sk: string; readonly problem: string };

/** How many rows a table holds, and which of them break a declaration. */
export type TableReport = { readonly rows: number; readonly breaks: readonly Break[] };

/** Whether the table is there; the problem, in a few words, when that cannot be learned. */
export async function lookForTable({
  client,
  table,
}: Store): Promise<'there' | 'missing' | { readonly problem: string }> {
  try {
    await client.send(new DescribeTableCommand({ TableName: table }));
    return 'there';
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return 'missing';
    if (!(error instanceof Error)) throw error;
    return { problem: error.message || error.name };
  }
}

/** Walks the whole table and reports every row that breaks a declaration; changes nothing. Expired rows are left out. */
export async function checkTable(store: Store): Promise<TableReport> {
  const items = (await scanItems(store)).filter(
    ({ ttl }) => !(typeof ttl === 'number' && ttl * 1000 < store.now()),
  );
  const found = [unreadable, badReferences, badNumbers, badJournals, unlisted].flatMap((check) =>
    check(items),
  );
  return { rows: items.length, breaks: found.map(({ item, problem }) => ({ ...keyOfItem(item), problem })) };
}

type Finding = { readonly item: Item; readonly problem: string };

function unreadable(items: readonly Item[]): readonly Finding[] {
  return items.flatMap((item) => {
    const kind = kindAt(keyOfItem(item));
    if (kind === undefined) return [{ item, problem: 'no kind has such a key' }];
    const reading = kind.read(item);
    return reading.ok ? [] : [{ item, problem: `${kind.name}: ${reading.problem}` }];
  });
}

function badReferences(items: readonly Item[]): readonly Finding[] {
  const namingOf = (item: Item) => NAMES.find(({ kind }) => kind === kindAt(keyOfItem(item))?.name);
  const byName = new Map<string, Item>();
  const doubles: Finding[] = [];
  for (const item of items) {
    const name = namingOf(item)?.nameOf(item);
    if (name === undefined) continue;
    if (byName.has(name)) doubles.push({ item, problem: `there is a second ${name}` });
    byName.set(name, item);
  }
  const namesIn = (item: Item | undefined) =>
    item === undefined ? [] : (namingOf(item)?.namesIn(item) ?? []);
  const faults = items.flatMap((item) =>
    namesIn(item).flatMap(({ name, bond }) => {
      if (!byName.has(name) && bond === 'up') return [{ item, problem: `names ${name}, which is not there` }];
      const circles =
        (bond === 'up' || bond === 'on') && comesBack(item, (at) => byName.get(namesIn(at)[0]?.name ?? ''));
      return circles ? [{ item, problem: `names ${name}, whose way comes back here` }] : [];
    }),
  );
  return [...doubles, ...faults];
}

function comesBack(start: Item, next: (at: Item) => Item | undefined): boolean {
  const seen = new Set([start]);
  for (let at = next(start); at !== undefined; at = next(at)) {
    if (at === start) return true;
    if (seen.has(at)) return false;
    seen.add(at);
  }
  return false;
}

/** An entry names tasks of its own workspace only, and no task has a number that its workspace never gave. */
function badNumbers(items: readonly Item[]): readonly Finding[] {
  const last = new Map(rowsOf(counterKind, items).map(({ row }) => [row.team, row.n]));
  const strangers = rowsOf(entryKind, items).filter(
    ({ row }) => row.g !== undefined && !row.g.startsWith(`${row.team}#`),
  );
  const ungiven = rowsOf(taskKind, items).filter(({ row }) => row.no > (last.get(row.team) ?? 0));
  const misfiled = rowsOf(taskKind, items).filter(({ row }) => row.g !== `${row.team}#tasks`);
  return [
    ...strangers.map(({ item }) => ({ item, problem: 'names a task of another workspace' })),
    ...ungiven.map(({ item }) => ({ item, problem: 'has a number that the counter never gave' })),
    ...misfiled.map(({ item }) => ({ item, problem: 'is not in the directory of its workspace' })),
  ];
}

/** What can still be undone or redone must find its rows. */
function badJournals(items: readonly Item[]): readonly Finding[] {
  const keys = new Set(items.map((item) => `${item['pk']} ${item['sk']}`));
  return rowsOf(journalKind, items).flatMap(({ item, row }) => {
    if (row.m === undefined) return [];
    const missing = (row.steps ?? []).filter(({ p, k, b }) => {
      // The timer that was never started has no row.
      const never = k === 'me#timer' && b['v'] === null;
      return !never && !keys.has(`${p ?? String(item['pk'])} ${k}`);
    });
    return missing.map(({ k }) => ({ item, problem: `changed ${k}, which is not there` }));
  });
}

function unlisted(items: readonly Item[]): readonly Finding[] {
  const listed = new Set(rowsOf(memberKind, items).map(({ row }) => `${row.team}#${row.user}`));
  return rowsOf(prefsKind, items)
    .filter(({ row }) => !listed.has(`${row.team}#${row.user}`))
    .map(({ item }) => ({ item, problem: 'belongs to nobody that the workspace lists' }));
}

function rowsOf<Key extends object, Attributes extends object>(
  kind: Kind<Key, Attributes>,
  items: readonly Item[],
): readonly { readonly item: Item; readonly row: Key & Attributes }[] {
  return items.flatMap((item) => {
    const reading = kind.owns(keyOfItem(item)) ? kind.read(item) : undefined;
    return reading?.ok ? [{ item, row: reading.row }] : [];
  });
}
