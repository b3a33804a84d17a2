import { datesOf } from '../period.ts';
import { bucketOf, isPromised, quarterAt } from '../schedule.ts';
import type { Instant } from '../time.ts';
import {
  type Below,
  cursorKind,
  type Due,
  type DueKey,
  type DueState,
  dueFields,
  dueKind,
  dueTime,
  type ErasePlace,
  isDone,
  type OwnedErrand,
  type Sent,
  SHARDS,
  toDue,
} from './kinds/due.ts';
import { commit } from './layer/commit.ts';
import { collection, getRow } from './layer/read.ts';
import { put, remove, update, type Write } from './layer/write.ts';
import { KEPT_FOR, stampAfter, timeToLive } from './stamp.ts';
import type { Store } from './store.ts';

/** How long a row of the clockwork is kept after its time: longer than any outage that is made up for. */
export const DUE_KEPT_FOR = 2 * KEPT_FOR;

/**
 * Puts an errand on the clockwork, in the quarter of an hour of `at`, or in the one under way where that is over: nobody looks
 * further back for it. Once, however often it is said.
 */
export async function ensureDue(store: Store, owned: OwnedErrand, at: Instant): Promise<void> {
  await commit(store, [dueWrite(store, { bucket: stillSeen(store, bucketOf(at)), ...owned })]);
}

function stillSeen(store: Store, bucket: Instant): Instant {
  return Math.max(bucket, quarterAt(store.now()));
}

/** The write that {@link ensureDue} makes, for a transaction. Refused where the errand is there already. */
export function dueWrite(store: Store, key: DueKey, below?: Below): Write {
  const row = dueRow(store, key);
  if (below === undefined) return put(dueKind, row, { row: 'absent' });
  const { channel: to, ts, about: date } = below;
  return put(dueKind, { ...row, below: { to, ts, date } }, { row: 'absent' });
}

/** The same, refused only where the errand was taken up already: for what is put on the clockwork again and again. */
export function dueAgainWrite(store: Store, key: DueKey): Write {
  return put(dueKind, dueRow(store, key), { row: 'absent or such', fields: { state: 'due' } });
}

function dueRow(store: Store, key: DueKey) {
  const kept = isPromised(key) ? {} : { ttl: timeToLive(key.bucket, DUE_KEPT_FOR) };
  return { ...dueFields(key), state: 'due' as const, v: stampAfter(store), ...kept };
}

/** As many requests as are under way at once; after a long outage there are many days to read. */
const AT_ONCE = 4 * SHARDS;

const dueRows = collection({ dues: dueKind });

/**
 * Every errand from one quarter of an hour to another, both inclusive, whatever its state: one Query for each day and shard.
 * Strong: what was set a moment ago is there.
 */
export async function readDues(store: Store, from: Instant, until: Instant): Promise<readonly Due[]> {
  const [first, last] = [dueTime(from), dueTime(until)];
  const stretches = datesOf({ since: first.day, until: last.day }).flatMap((day) =>
    Array.from({ length: SHARDS }, (_, shard) => ({
      pk: `q#${day}#${shard}`,
      from: day === first.day ? first.time : '00:00',
      to: `${day === last.day ? last.time : '23:59'}~`,
    })),
  );
  const dues: Due[] = [];
  for (let at = 0; at < stretches.length; at += AT_ONCE) {
    const sheets = await Promise.all(stretches.slice(at, at + AT_ONCE).map((each) => dueRows(store, each)));
    dues.push(...sheets.flatMap(({ rows }) => rows.dues.flatMap((row) => toDue(row) ?? [])));
  }
  return dues;
}

/** One errand as it stands now; `undefined` when it is not there. */
export async function readDue(store: Store, key: DueKey): Promise<Due | undefined> {
  const row = await getRow(store, dueKind, dueFields(key));
  return row && toDue(row);
}

/** Takes an errand off the clockwork with all that its row says, for one that is to leave no trace. */
export async function removeDue(store: Store, key: DueKey): Promise<void> {
  await commit(store, [remove(dueKind, dueFields(key), {})]);
}

/** Puts an errand on the clock again at `at`, in the place of this one, which leaves no row; somebody else may have been faster. */
export async function putOffDue(store: Store, due: Due, at: Instant): Promise<void> {
  const { bucket: _, state: __, until: ___, version, ...owned } = due;
  const next = dueAgainWrite(store, { bucket: bucketOf(at), ...owned });
  await commit(store, [next, remove(dueKind, dueFields(due), { fields: { v: version } })]);
}

/** What a move of an errand says besides its new state. */
export type DueNote = {
  readonly until?: Instant;
  /** The message that was sent. */
  readonly message?: Sent;
  readonly why?: string;
  /** Stays as it is where it is absent. */
  readonly place?: ErasePlace | undefined;
};

/**
 * Moves an errand from where it was read to `state`. Whoever read it earlier can't move it any more; `undefined` when
 * somebody else was faster.
 */
export async function moveDue(
  store: Store,
  due: Due,
  state: DueState,
  note: DueNote = {},
): Promise<Due | undefined> {
  const { write, moved } = moveWrite(store, due, state, note);
  return (await commit(store, [write])) === undefined ? moved : undefined;
}

/**
 * Moves an errand to `sent`, and puts the one on the clock that follows it in the thread of its message: both or neither.
 * Gives back where that one lies; `undefined` when somebody else was faster.
 */
export async function moveToSent(
  store: Store,
  due: Due,
  follow: OwnedErrand,
  below: Below,
): Promise<DueKey | undefined> {
  const { write } = moveWrite(store, due, 'sent', { message: below });
  // However long ago the message was due: what follows it is found by the next one who looks.
  const key = { bucket: stillSeen(store, due.bucket), ...follow };
  const refusal = await commit(store, [write, dueWrite(store, key, below)]);
  return refusal === undefined ? key : undefined;
}

/** Up to which quarter, inclusive, everything is done; `undefined` before the first tick. */
export async function readCursor(store: Store): Promise<Instant | undefined> {
  return (await getRow(store, cursorKind, {}))?.done;
}

/** Moves the cursor on. It never goes back, whoever else is at work. */
export async function moveCursor(store: Store, seen: Instant | undefined, done: Instant): Promise<void> {
  const row = { done, v: stampAfter(store) };
  const when = seen === undefined ? ({ row: 'absent' } as const) : { fields: { done: seen } };
  await commit(store, [put(cursorKind, row, when)]);
}

/** The write that moves an errand as {@link moveDue} does, for a transaction, and the errand as it is then. */
export function moveWrite(
  store: Store,
  due: Due,
  state: DueState,
  { until, message, why, place }: DueNote = {},
) {
  const version = stampAfter(store, due.version);
  const set = {
    state,
    until: until ?? null,
    ts: message?.ts ?? null,
    ch: message?.channel ?? null,
    why: why ?? null,
    ...(place === undefined ? {} : { place }),
    ...(isPromised(due) && isDone({ state }) ? { ttl: timeToLive(version, DUE_KEPT_FOR) } : {}),
    v: version,
  };
  const write = update(dueKind, dueFields(due), set, { fields: { v: due.version } });
  return { write: { ...write, stamp: version }, moved: { ...due, state, until: until ?? 0, version } };
}
