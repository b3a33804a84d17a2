import type { Entry, EntryContent } from '../entry.ts';
import type { Member } from '../member.ts';
import type { Instant } from '../time.ts';
import type { RunningTimer, Timer } from '../timer.ts';
import { change, findReceipt } from './change.ts';
import { placeIn, placeWords } from './change-dated.ts';
import { entryInItem, entryItem, itemOfEntry } from './entry-item.ts';
import { inForce, tagsToKeep } from './in-force.ts';
import type { What } from './kinds/journal.ts';
import { ownerOf } from './kinds/member.ts';
import { timerAttributes, timerKind, toTimer } from './kinds/timer.ts';
import { type Item, keyOfItem } from './layer/item.ts';
import { getRow, readRow } from './layer/read.ts';
import { entryIdOf } from './log-entries.ts';
import { readEntry } from './read-entries.ts';
import { stampAfter } from './stamp.ts';
import { changeRow, createRow, type Move } from './steps.ts';
import type { Store } from './store.ts';
import { questionWrites } from './timer-question.ts';
import type { UndoTarget } from './undo-target.ts';

/** What became of a change of the timer. */
export type TimerResult =
  /** `timer` is the new state; `entry` what the timer that ran became (stop, switch), or what changed with it (retime). */
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
  const what = stopped === undefined ? 'start' : 'switch';
  return moveTimer(store, member, requestId, { what, seen, running, content: stopped });
}

/** Ends the timer that stands as `seen` and keeps `content` as an entry, both or neither. */
export async function stopTimer(
  store: Store,
  member: Member,
  requestId: string,
  seen: Timer,
  content: EntryContent,
): Promise<TimerResult> {
  return moveTimer(store, member, requestId, { what: 'stop', seen, content });
}

/** Ends the timer that stands as `seen` and keeps nothing. */
export async function cancelTimer(
  store: Store,
  member: Member,
  requestId: string,
  seen: Timer,
): Promise<TimerResult> {
  return moveTimer(store, member, requestId, { what: 'cancel', seen });
}

/** Notes that the timer which stands as `seen` is to run on: nobody asks before `until`. */
export async function keepTimer(
  store: Store,
  member: Member,
  requestId: string,
  seen: Timer,
  until: Instant,
): Promise<TimerResult> {
  const running = seen.state === 'running' ? { ...seen, keptUntil: until } : undefined;
  return moveTimer(store, member, requestId, { what: 'keep', seen, running });
}

/** An entry as it stands, and what it is to become beside another change. */
export type EntryMove = { readonly seen: Entry; readonly next: EntryContent };

/**
 * Gives the timer that stands as `seen` another start. Where it began when another one ended, that one's entry ends anew
 * in the same transaction; it must stay on its day.
 */
export async function retimeTimer(
  store: Store,
  member: Member,
  requestId: string,
  seen: Timer,
  startedAt: Instant,
  ended?: EntryMove,
): Promise<TimerResult> {
  const running = seen.state === 'running' ? { ...seen, startedAt } : undefined;
  const plan = { what: 'retime', seen, running } as const;
  return moveTimer(store, member, requestId, ended === undefined ? plan : { ...plan, ended });
}

type TimerPlan = {
  readonly what: Extract<What, 'start' | 'stop' | 'switch' | 'cancel' | 'keep' | 'retime'>;
  readonly seen: Timer;
  /** What runs afterwards. */
  readonly running?: RunningTimer | undefined;
  /** What the timer that ran became. */
  readonly content?: EntryContent | undefined;
  /** An entry that changes with the timer. */
  readonly ended?: EntryMove | undefined;
};

async function moveTimer(
  store: Store,
  member: Member,
  requestId: string,
  { what, seen, running, content, ended }: TimerPlan,
): Promise<TimerResult> {
  if (what !== 'start' && seen.state === 'idle') {
    const receipt = await findReceipt(store, member, requestId);
    return receipt === undefined ? { kind: 'changed', timer: seen } : repeated(store, member, receipt);
  }
  const stamp = stampAfter(store, seen.version, ended?.seen.version ?? 0);
  const before = timerAttributes(seen.state === 'running' ? seen : undefined, seen.version);
  const after = timerAttributes(running, stamp);
  const { step } = changeRow(timerKind.keyOf(ownerOf(member)), before, after, stamp);
  // Taking a stop back must not be blocked by a timer that was started since: the entry goes, that timer stays.
  const timerMove: Move = { step: content === undefined ? step : { ...step, soft: true } };
  const { moves, item, place } = entryMoves(store, member, requestId, stamp, { content, ended });
  const outcome = await change(store, member, {
    requestId,
    what,
    stamp,
    moves: [timerMove, ...moves],
    beside: questionWrites(store, member, toTimer(after)),
    ...(place === undefined ? {} : { res: place }),
  });
  if (outcome.kind === 'already done') return repeated(store, member, outcome);
  if (outcome.kind === 'refused') {
    const found = outcome.rows.get(0);
    // The timer may be as it was, and its entry in the way.
    const timer = outcome.rows.has(0) ? toTimer(found && readRow(store, timerKind, found)) : seen;
    return { kind: 'changed', timer: inForce(store, member, timer) };
  }
  const entry = item === undefined ? undefined : entryInItem(store, member, item);
  return {
    kind: 'done',
    timer: inForce(store, member, toTimer(after)),
    ...(entry === undefined ? {} : { entry }),
    undo: outcome.undo,
  };
}

/** The entry that a change of the timer makes or changes. */
function entryMoves(
  store: Store,
  member: Member,
  requestId: string,
  stamp: number,
  { content, ended }: Pick<TimerPlan, 'content' | 'ended'>,
): { readonly moves: readonly Move[]; readonly item?: Item; readonly place?: string } {
  if (content !== undefined) {
    const id = entryIdOf(requestId, 0);
    const item = entryItem(member, content, id, stamp);
    return { moves: [createRow(item, stamp)], item, place: placeWords({ date: content.date, id }) };
  }
  if (ended === undefined) return { moves: [] };
  const before = itemOfEntry(member, ended.seen);
  const asWritten = tagsToKeep(store, member, ended.seen, ended.next.tags);
  const item = entryItem(member, { ...ended.next, asWritten }, ended.seen.id, stamp);
  const moves = [changeRow(keyOfItem(before), before, item, stamp)];
  return { moves, item, place: placeWords(ended.seen) };
}

/** The answer to a request that was carried out before. */
async function repeated(
  store: Store,
  member: Member,
  { res, undo }: { readonly res?: string; readonly undo: UndoTarget },
): Promise<TimerResult> {
  const entry = res === undefined ? undefined : await readEntry(store, member, placeIn(res));
  const timer = inForce(store, member, toTimer(await getRow(store, timerKind, ownerOf(member))));
  return { kind: 'already done', timer, ...(entry === undefined ? {} : { entry }), undo };
}
