import type { Entry, EntryContent } from '../entry.ts';
import type { Member } from '../member.ts';
import type { RunningTimer, Timer } from '../timer.ts';
import { change, findReceipt } from './change.ts';
import { placeOf, readPlace } from './change-entry.ts';
import { inForce } from './in-force.ts';
import { entryAttributes, entryKind, toEntry } from './kinds/entry.ts';
import type { What } from './kinds/journal.ts';
import { ownerOf } from './kinds/member.ts';
import { timerAttributes, timerKind, toTimer } from './kinds/timer.ts';
import { getRow, readRow } from './layer/read.ts';
import { entryIdOf } from './log-entries.ts';
import { stampAfter } from './stamp.ts';
import { changeRow, createRow, type Move } from './steps.ts';
import type { Store } from './store.ts';
import type { UndoTarget } from './undo-target.ts';

/** What became of a change of the timer. */
export type TimerResult =
  /** `timer` is the new state; `entry` what the timer that ran became (stop, switch). */
  | { readonly kind: 'done'; readonly timer: Timer; readonly entry?: Entry; readonly undo: UndoTarget }
  /** This request was carried out before; `timer` and `entry` as they stand now. */
  | {
      readonly kind: 'already done';
      readonly timer: Timer;
      readonly entry?: Entry;
      readonly undo: UndoTarget;
    }
  /** Another change came first. Nothing was written. */
  | { readonly kind: 'changed'; readonly timer: Timer };

/**
 * Starts `running` where the timer stands as `seen`. With `stopped` it is a switch: what ran until now becomes that
 * entry in the same transaction. Without it a timer that runs is dropped (undo brings it back).
 */
export async function startTimer(
  store: Store,
  member: Member,
  requestId: string,
  seen: Timer,
  running: RunningTimer,
  stopped?: EntryContent,
): Promise<TimerResult> {
  return moveTimer(
    store,
    member,
    requestId,
    stopped === undefined ? 'start' : 'switch',
    seen,
    running,
    stopped,
  );
}

/** Ends the timer that stands as `seen` and keeps `content` as an entry, both or neither. */
export async function stopTimer(
  store: Store,
  member: Member,
  requestId: string,
  seen: Timer,
  content: EntryContent,
): Promise<TimerResult> {
  return moveTimer(store, member, requestId, 'stop', seen, undefined, content);
}

/** Ends the timer that stands as `seen` and keeps nothing. */
export async function cancelTimer(
  store: Store,
  member: Member,
  requestId: string,
  seen: Timer,
): Promise<TimerResult> {
  return moveTimer(store, member, requestId, 'cancel', seen, undefined, undefined);
}

async function moveTimer(
  store: Store,
  member: Member,
  requestId: string,
  what: Extract<What, 'start' | 'stop' | 'switch' | 'cancel'>,
  seen: Timer,
  next: RunningTimer | undefined,
  content: EntryContent | undefined,
): Promise<TimerResult> {
  if (what !== 'start' && seen.state === 'idle') {
    const receipt = await findReceipt(store, member, requestId);
    return receipt === undefined ? { kind: 'changed', timer: seen } : repeated(store, member, receipt);
  }
  const stamp = stampAfter(store, seen.version);
  const before = timerAttributes(seen.state === 'running' ? seen : undefined, seen.version);
  const after = timerAttributes(next, stamp);
  const { step } = changeRow(timerKind.keyOf(ownerOf(member)), before, after, stamp);
  // Taking a stop back must not be blocked by a timer that was started since: the entry goes, that timer stays.
  const timerMove: Move = { step: content === undefined ? step : { ...step, soft: true } };
  const row = content === undefined ? undefined : entryRowOf(member, content, entryIdOf(requestId, 0), stamp);
  const outcome = await change(store, member, {
    requestId,
    what,
    stamp,
    moves: row === undefined ? [timerMove] : [timerMove, createRow(entryKind.item(row), stamp)],
    ...(row === undefined ? {} : { res: placeOf(row.date, row.id) }),
  });
  if (outcome.kind === 'already done') return repeated(store, member, outcome);
  if (outcome.kind === 'refused') {
    const found = outcome.rows.get(0);
    return {
      kind: 'changed',
      timer: inForce(store, member, toTimer(found && readRow(store, timerKind, found))),
    };
  }
  const entry = row === undefined ? {} : { entry: inForce(store, member, toEntry(row)) };
  return { kind: 'done', timer: inForce(store, member, toTimer(after)), ...entry, undo: outcome.undo };
}

/** The answer to a request that was carried out before. */
async function repeated(
  store: Store,
  member: Member,
  { res, undo }: { readonly res?: string; readonly undo: UndoTarget },
): Promise<TimerResult> {
  const entry = res === undefined ? undefined : await readPlace(store, member, res);
  const timer = inForce(store, member, toTimer(await getRow(store, timerKind, ownerOf(member))));
  return { kind: 'already done', timer, ...(entry === undefined ? {} : { entry }), undo };
}

function entryRowOf(member: Member, content: EntryContent, id: string, stamp: number) {
  return { ...ownerOf(member), date: content.date, id, ...entryAttributes(member, content), v: stamp };
}
