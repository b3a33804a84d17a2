import type { Member } from '../member.ts';
import type { What } from './kinds/journal.ts';
import type { Turn } from './kinds/turn.ts';
import type { Direction } from './line-writes.ts';
import type { Moved } from './moved.ts';
import { standingBehind, standingOf } from './standing.ts';
import type { Store } from './store.ts';
import { type Errand, takeOff, takeTurn } from './take-turn.ts';
import { ensureQuestion } from './timer-question.ts';
import { doneLine, type Line, newestDone, newestPlace, newestUndone } from './undo-list.ts';
import type { UndoTarget } from './undo-target.ts';

type Undone = {
  readonly kind: 'undone';
  readonly what: What;
  readonly moved: Moved;
  /** True when the timer was left alone because another one runs by now. */
  readonly timerNotRestored?: boolean;
};

/** This very request was carried out before. */
type AlreadyDone = { readonly kind: 'already done' };

/** What became of an undo. */
export type UndoResult =
  | Undone
  | AlreadyDone
  | { readonly kind: 'nothing' }
  /** Somebody else changed the same thing since; the change left the undo list, the next undo goes on below it. */
  | { readonly kind: 'skipped'; readonly what: What; readonly stands: Moved };

/** What became of a redo. */
export type RedoResult =
  | { readonly kind: 'redone'; readonly what: What; readonly moved: Moved }
  | AlreadyDone
  | { readonly kind: 'nothing' }
  /** What it would change is not as it was; nothing was written. */
  | { readonly kind: 'changed since'; readonly what: What; readonly stands: Moved };

/** What became of an undo of one certain change. */
export type UndoChangeResult =
  | Undone
  | AlreadyDone
  /** Already undone, changed since, too old, or never there: nothing was written. */
  | { readonly kind: 'changed since'; readonly stands: Moved };

/** Takes back the member's newest change. With the `turn` of a home read just before, one read less. */
export async function undo(
  store: Store,
  member: Member,
  requestId: string,
  turn?: Turn,
): Promise<UndoResult> {
  const find = async () => {
    const line = await newestDone(store, member);
    if (line === undefined) return 'none';
    // A created row that was changed: either the change was taken off the list, or it came between the two reads.
    const settled = !wasChanged(line) || (await newestPlace(store, member)) === line.m;
    return settled ? line : 'again';
  };
  let known = turn;
  for (;;) {
    const outcome = await takeTurn(store, member, errandOf(requestId, 'undo', find, known));
    known = undefined;
    if (outcome.kind === 'none') return { kind: 'nothing' };
    if (outcome.kind === 'already done') return outcome;
    if (outcome.kind === 'moved') return undone(store, member, outcome);
    const off = await takeOff(store, member, requestId, outcome.found);
    if (off === 'already done') return { kind: 'already done' };
    if (off === 'done') {
      const { line } = outcome.found;
      return { kind: 'skipped', what: line.what, stands: await standingOf(store, member, line) };
    }
  }
}

/** Brings back what the last undo took, as long as nothing new was done since. */
export async function redo(
  store: Store,
  member: Member,
  requestId: string,
  turn?: Turn,
): Promise<RedoResult> {
  const find = async ({ end = 0 }: Turn) => {
    const place = await newestPlace(store, member);
    const line = await newestUndone(store, member);
    return line === undefined || Math.max(place, end) > -line.m ? 'none' : line;
  };
  const outcome = await takeTurn(store, member, errandOf(requestId, 'redo', find, turn));
  switch (outcome.kind) {
    case 'none':
      return { kind: 'nothing' };
    case 'already done':
      return outcome;
    case 'moved':
      await askAgain(store, member, outcome.moved);
      return { kind: 'redone', what: outcome.what, moved: outcome.moved };
    case 'blocked': {
      const { line } = outcome.found;
      return { kind: 'changed since', what: line.what, stands: await standingOf(store, member, line) };
    }
  }
}

/** Takes back the one change that `target` names, wherever it stands in the list. */
export async function undoChange(
  store: Store,
  member: Member,
  requestId: string,
  target: UndoTarget,
): Promise<UndoChangeResult> {
  const find = async () => {
    const line = await doneLine(store, member, target.key);
    return line === undefined || !isTarget(line, target) ? 'none' : line;
  };
  const outcome = await takeTurn(store, member, errandOf(requestId, 'undo', find, undefined));
  if (outcome.kind === 'already done') return outcome;
  if (outcome.kind === 'moved') return undone(store, member, outcome);
  return { kind: 'changed since', stands: await standingBehind(store, member, target.key) };
}

function errandOf(
  requestId: string,
  direction: Direction,
  find: Errand['find'],
  turn: Turn | undefined,
): Errand {
  return { requestId, direction, find, ...(turn === undefined ? {} : { turn }) };
}

function wasChanged(line: Line): boolean {
  return line.kind === 'creation' && line.rows.some(({ m, v }) => m !== v);
}

function isTarget(line: Line, { version }: UndoTarget): boolean {
  if (line.kind === 'change') return version === undefined;
  // A row that was changed since must have that change taken back first, or the change could never be.
  return line.kind === 'creation' && line.m === version && line.rows.every(({ v }) => v === version);
}

type TurnedBack = { readonly what: What; readonly moved: Moved; readonly softLeft: boolean };

async function undone(store: Store, member: Member, { what, moved, softLeft }: TurnedBack): Promise<Undone> {
  await askAgain(store, member, moved);
  return { kind: 'undone', what, moved, ...(softLeft ? { timerNotRestored: true } : {}) };
}

/** A timer that came back is asked about as before; a crash before this costs a message, no time: its member is asked elsewhere too. */
async function askAgain(store: Store, member: Member, { timer }: Moved): Promise<void> {
  if (timer !== undefined) await ensureQuestion(store, member, timer.after);
}
