import { isDeepStrictEqual } from 'node:util';
import type { Member, Prefs, Settings } from '../member.ts';
import { bucketOf, ERRANDS, nextDue, type Timetable } from '../schedule.ts';
import { nextUpkeep } from '../upkeep.ts';
import { dueWrite, ensureDue } from './due.ts';
import type { Home } from './home.ts';
import { receiptIdOf } from './kinds/journal.ts';
import { memberKind, ownerOf } from './kinds/member.ts';
import { prefsAttributes, prefsKind, toPrefs } from './kinds/prefs.ts';
import { commit, type Refusal } from './layer/commit.ts';
import type { Item } from './layer/item.ts';
import { readRow } from './layer/read.ts';
import { put, type Write } from './layer/write.ts';
import { stampAfter } from './stamp.ts';
import type { Store } from './store.ts';

/** The prefs in force after somebody's first use, and whether this very request made them a member. */
export type FirstUse = { readonly prefs: Prefs; readonly isFirst: boolean };

/**
 * Makes somebody a member with these settings; gives back the prefs in force, which are the older ones if there were any.
 * Needs no receipt: whoever comes first is kept, and the prefs remember which request that was.
 */
export async function writeFirstUse(
  store: Store,
  member: Member,
  requestId: string,
  settings: Settings,
): Promise<FirstUse> {
  const version = stampAfter(store);
  const owner = ownerOf(member);
  const prefs = { ...settings, version };
  const by = receiptIdOf(requestId);
  const first = put(prefsKind, { ...owner, ...prefsAttributes(prefs), by }, { row: 'absent' });
  const listed = put(memberKind, { ...owner, v: version }, { row: 'absent' });
  const upkeep = dueWrite(store, { bucket: nextUpkeep(member, store.now()), errand: 'upkeep', member });
  const refusal = await commitMissing(store, [first, listed, upkeep, ...dueWrites(store, member, settings)]);
  const found = refusal?.rows.get(0);
  const earlier = found === undefined ? undefined : readRow(store, prefsKind, found);
  return earlier === undefined
    ? { prefs, isFirst: true }
    : { prefs: toPrefs(earlier), isFirst: earlier.by === by };
}

/** True when `requestId` is the request in which the member was met, also when it comes again. */
export function wasMetBy({ metBy }: Pick<Home, 'metBy'>, requestId: string): boolean {
  return metBy === receiptIdOf(requestId);
}

/** What became of new prefs. */
export type PrefsResult =
  | { readonly kind: 'done'; readonly prefs: Prefs }
  /** Another change came first; `prefs` are those in force. Nothing was written. */
  | { readonly kind: 'changed'; readonly prefs: Prefs };

/** Replaces the prefs that stand as `seen`. Settings are not part of undo; the same ones sent again are done. */
export async function writePrefs(
  store: Store,
  member: Member,
  seen: Prefs,
  next: Settings,
): Promise<PrefsResult> {
  const version = stampAfter(store, seen.version);
  const prefs = { ...next, version };
  const row = { ...ownerOf(member), ...prefsAttributes(prefs) };
  const whole = put(prefsKind, row, { fields: { v: seen.version } });
  const refusal = await commitMissing(store, [whole, ...dueWrites(store, member, next, seen)]);
  if (refusal === undefined) return { kind: 'done', prefs };
  const found = refusal.rows.get(0);
  const current = (found && prefsIn(store, found)) ?? seen;
  return { kind: sameSettings(current, prefs) ? 'done' : 'changed', prefs: current };
}

/** The first write with all others that are still needed: a row that is there already is no reason against the rest. */
async function commitMissing(store: Store, writes: readonly Write[]): Promise<Refusal | undefined> {
  const refusal = await commit(store, writes);
  if (refusal === undefined || refusal.rows.has(0)) return refusal;
  return commitMissing(
    store,
    writes.filter((_, index) => !refusal.rows.has(index)),
  );
}

/** Puts what the settings ask for on the clockwork, where it is not as it was with the settings before. */
function dueWrites(store: Store, member: Member, next: Timetable, seen?: Timetable): readonly Write[] {
  const now = store.now();
  return ERRANDS.flatMap((errand) => {
    const due = nextDue(errand, next, now);
    const before = seen === undefined ? undefined : nextDue(errand, seen, now);
    return due === undefined || due === before
      ? []
      : [dueWrite(store, { bucket: bucketOf(due), member, errand })];
  });
}

/**
 * Puts what the settings ask for on the clockwork where it is missing there: for whoever turns something on that was on
 * already and never came, as after a very long outage.
 */
export async function ensureTimetable(store: Store, member: Member, settings: Timetable): Promise<void> {
  for (const write of dueWrites(store, member, settings)) await commit(store, [write]);
  await ensureDue(store, { errand: 'upkeep', member }, nextUpkeep(member, store.now()));
}

function sameSettings(one: Prefs, other: Prefs): boolean {
  return isDeepStrictEqual({ ...one, version: 0 }, { ...other, version: 0 });
}

function prefsIn(store: Store, item: Item): Prefs | undefined {
  const row = readRow(store, prefsKind, item);
  return row === undefined ? undefined : toPrefs(row);
}
