import type { Member } from '../member.ts';
import type { What } from './kinds/journal.ts';
import type { Turn } from './kinds/turn.ts';
import type { Moved } from './moved.ts';
import type { Store } from './store.ts';
import { type Found, takeOff, takeTurn } from './take-turn.ts';
import { doneLine, type Line, newestDone, newestPlace, newestUndone, readTurn } from './undo-list.ts';
import type { UndoTarget } from './undo-target.ts';

export type { What } from './kinds/journal.ts';
export type { Moved, Shift } from './moved.ts';

type Undone = {
  readonly kind: 'undone';
  readonly what: What;
  readonly moved: Moved;
  /** True when the timer was left alone because another one runs by now. */
  readonly timerNotRestored?: boolean;
};

/** This very request was carried out before. */
type AlreadyDone = { readonly kind: 'already done' };

export type UndoResult =
  | Undone
  | AlreadyDone
  | { readonly kind: 'nothing' }
  /** Somebody else changed the same thing since; the change left the undo list, the next undo goes on below it. */
  | { readonly kind: 'skipped'; readonly what: What };

export type RedoResult =
  | { readonly kind: 'redone'; readonly what: What; readonly moved: Moved }
  | AlreadyDone
  | { readonly kind: 'nothing' }
  /** What it would change is not as it was; nothing was written. */
  | { readonly kind: 'changed since'; readonly what: What };

export type UndoChangeResult =
  | Undone
  | AlreadyDone
  /** Already undone, changed since, too old, or never there: nothing was written. */
  | { readonly kind: 'changed since' };

/** Takes back the member's newest change. With the `turn` of a home read just before, one read less. */
export async function undo(
  store: Store,
  member: Member,
  requestId: string,
  turn?: Turn,
): Promise<UndoResult> {
  const find = async (tries: number) => {
    const first = await turnAt(store, member, tries, turn);
    const line = await newestDone(store, member);
    if (line === undefined) return 'none';
    // A created row that was changed: either the change was taken off the list, or it came between the two reads.
    const settled = !wasChanged(line) || (await newestPlace(store, member)) === line.m;
    return settled ? { turn: first, line } : 'again';
  };
  for (;;) {
    const outcome = await takeTurn(store, member, { requestId, direction: 'undo', find });
    if (outcome.kind === 'none') return { kind: 'nothing' };
    if (outcome.kind === 'already done') return outcome;
    if (outcome.kind === 'moved') return undone(outcome);
    const off = await takeOff(store, member, requestId, outcome.found);
    if (off === 'already done') return { kind: 'already done' };
    if (off === 'done') return { kind: 'skipped', what: outcome.found.line.what };
  }
}

/** Brings back what the last undo took, as long as nothing new was done since. */
export async function redo(
  store: Store,
  member: Member,
  requestId: string,
  turn?: Turn,
): Promise<RedoResult> {
  const find = async (tries: number): Promise<Found | 'none'> => {
    const first = await turnAt(store, member, tries, turn);
    const place = await newestPlace(store, member);
    const line = await newestUndone(store, member);
    const ended = line !== undefined && Math.max(place, first.end ?? 0) > -line.m;
    return line === undefined || ended ? 'none' : { turn: first, line };
  };
  const outcome = await takeTurn(store, member, { requestId, direction: 'redo', find });
  switch (outcome.kind) {
    case 'none':
      return { kind: 'nothing' };
    case 'already done':
      return outcome;
    case 'moved':
      return { kind: 'redone', what: outcome.what, moved: outcome.moved };
    case 'blocked':
      return { kind: 'changed since', what: outcome.found.line.what };
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
    const turn = await readTurn(store, member);
    const line = await doneLine(store, member, target.key);
    return line === undefined || !isTarget(line, target) ? 'none' : { turn, line };
  };
  const outcome = await takeTurn(store, member, { requestId, direction: 'undo', find });
  if (outcome.kind === 'already done') return outcome;
  return outcome.kind === 'moved' ? undone(outcome) : { kind: 'changed since' };
}

function turnAt(store: Store, member: Member, tries: number, known: Turn | undefined): Turn | Promise<Turn> {
  return tries === 1 && known !== undefined ? known : readTurn(store, member);
}

function wasChanged(line: Line): boolean {
  return line.kind === 'creation' && line.rows.some(({ m, v }) => m !== v);
}

function isTarget(line: Line, { version }: UndoTarget): boolean {
  if (line.kind === 'change') return version === undefined;
  return line.kind === 'creation' && line.rows.every(({ v }) => v === version);
}

function undone({ what, moved, softLeft }: { what: What; moved: Moved; softLeft: boolean }): Undone {
  return { kind: 'undone', what, moved, ...(softLeft ? { timerNotRestored: true } : {}) };
}
