import { setImmediate as nextTurn } from 'node:timers/promises';
import type { EntryContent } from '../entry.ts';
import type { Period } from '../period.ts';
import { AS_WRITTEN, namesInForce, type TagNames, tagsInForce } from '../tag-names.ts';
import { daysBetween, type LocalDate } from '../time.ts';
import { entryKind, toEntry } from './kinds/entry.ts';
import { partitionOf } from './kinds/member.ts';
import { tagKind, toTagSettings } from './kinds/tag.ts';
import { type Item, isLive, keyOfItem } from './layer/item.ts';
import { pagesOf, readRow } from './layer/read.ts';
import type { Store } from './store.ts';

/** How many members are read at once. */
export const TEAM_WIDTH = 32;

/** Whose entries are wanted, of which days. */
export type TeamQuery = {
  readonly workspaceId: string;
  readonly memberIds: readonly string[];
  readonly period: Period;
  /** True where the tags matter: each member's own renames and merges are followed then. */
  readonly withTags: boolean;
  /** The member's own day, or a later one. */
  readonly today: LocalDate;
};

/** How many days may lie between a period and the tags of its member, so that one Query reads both. */
const MOST_DAYS_BETWEEN = 31;

/** As many rows as are read in a few milliseconds: whoever else waits in this process gets a turn before the next. */
const PORTION = 500;

/**
 * Reads what members logged, without their notes, side by side, and hands it on in portions, so that no more is ever held
 * than a page of each member who is being read, and nobody else waits for long. What was written a moment ago may be missing. Answers how many rows could
 * not be read.
 */
export async function readTeamEntries(
  store: Store,
  query: TeamQuery,
  take: (memberId: string, entries: readonly EntryContent[]) => void,
): Promise<{ readonly unreadable: number }> {
  const waiting = query.memberIds.values();
  const turn = oneEachTurn();
  let unreadable = 0;
  const work = async () => {
    for (const memberId of waiting)
      unreadable += await readMember(store, query, memberId, { turn, take: (page) => take(memberId, page) });
  };
  await Promise.all(Array.from({ length: TEAM_WIDTH }, work));
  return { unreadable };
}

/** Who takes a member's entries, and when: each portion waits until it is its turn. */
type Taker = {
  readonly turn: () => Promise<void>;
  readonly take: (entries: readonly EntryContent[]) => void;
};

/** Of all who wait, one goes on in each turn of the event loop, so that many members together hold nobody up either. */
function oneEachTurn(): Taker['turn'] {
  let last = Promise.resolve();
  return () => {
    last = last.then(() => nextTurn());
    return last;
  };
}

async function readMember(store: Store, query: TeamQuery, memberId: string, taker: Taker): Promise<number> {
  const { workspaceId, period, withTags, today } = query;
  const pk = partitionOf({ workspaceId, memberId });
  const [from, to] = [`d#${period.since}`, `d#${period.until}~`];
  if (!withTags) return readPages(store, { pk, from, to }, AS_WRITTEN, taker);
  // Between the days and the tags of a member lie only a few settings, so what is recent comes with its tags at once.
  if (
    daysBetween(period.since, today) > 2 * MOST_DAYS_BETWEEN ||
    daysBetween(period.until, today) > MOST_DAYS_BETWEEN
  ) {
    const tags: Item[] = [];
    await queryProjected(store, { pk, from: TAGS_FROM, to: TAGS_TO }, (page) => void tags.push(...page));
    return readPages(store, { pk, from, to }, namesIn(store, tags), taker);
  }
  const items: Item[] = [];
  await queryProjected(store, { pk, from, to: TAGS_TO }, (page) => void items.push(...page));
  return takePage(store, items.filter(isEntry(to)), namesIn(store, items), taker);
}

const TAGS_FROM = 'me#tag#';
const TAGS_TO = 'me#tag#~';

async function readPages(store: Store, stretch: Stretch, names: TagNames, taker: Taker): Promise<number> {
  let unreadable = 0;
  await queryProjected(store, stretch, async (page) => {
    unreadable += await takePage(store, page, names, taker);
  });
  return unreadable;
}

async function takePage(
  store: Store,
  items: readonly Item[],
  names: TagNames,
  { turn, take }: Taker,
): Promise<number> {
  let unreadable = 0;
  for (let from = 0; from < items.length; from += PORTION) {
    await turn();
    const live = items.slice(from, from + PORTION).filter((item) => isLive(item, store.now()));
    const rows = live.flatMap((item) => readRow(store, entryKind, item) ?? []);
    take(rows.map((row) => named(toEntry(row), names)));
    unreadable += live.length - rows.length;
  }
  return unreadable;
}

function named(entry: EntryContent, names: TagNames): EntryContent {
  return names === AS_WRITTEN ? entry : { ...entry, tags: tagsInForce(entry.tags, names) };
}

function namesIn(store: Store, items: readonly Item[]): TagNames {
  const rows = items
    .filter((item) => tagKind.owns(keyOfItem(item)) && isLive(item, store.now()))
    .flatMap((item) => readRow(store, tagKind, item) ?? []);
  return namesInForce(rows.map(toTagSettings).filter(({ version }) => version !== 0));
}

function isEntry(last: string): (item: Item) => boolean {
  return (item) => entryKind.owns(keyOfItem(item)) && keyOfItem(item).sk <= last;
}

type Stretch = { readonly pk: string; readonly from: string; readonly to: string };

/** What is needed of an entry and of a tag's settings: not the note, nor anything else of the member's. */
const PROJECTED = ['pk', 'sk', 'sv', 'q', 'tz', 'tags', 'at', 'to', 'g', 'del', 'ttl', 'v', 'm'] as const;

async function queryProjected(
  store: Store,
  { pk, from, to }: Stretch,
  take: (page: readonly Item[]) => void | Promise<void>,
): Promise<void> {
  const input = {
    KeyConditionExpression: '#pk = :pk AND #sk BETWEEN :from AND :to',
    ExpressionAttributeValues: { ':pk': pk, ':from': from, ':to': to },
    ProjectionExpression: PROJECTED.map((name) => `#${name}`).join(', '),
    ExpressionAttributeNames: Object.fromEntries(PROJECTED.map((name) => [`#${name}`, name])),
    ConsistentRead: false,
  };
  for await (const { items } of pagesOf(store, input)) await take(items);
}
