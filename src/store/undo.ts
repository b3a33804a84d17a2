import type { Entry } from '../entry.ts';
import type { Member } from '../member.ts';
import type { Note } from '../note.ts';
import type { Task } from '../task.ts';
import type { Timer } from '../timer.ts';
import type { Turn } from './home.ts';
import { notBuilt } from './not-built.ts';
import type { Store } from './store.ts';
import type { UndoTarget } from './undo-target.ts';

/** The change that an undo or redo was about. */
export type What =
  | 'log'
  | 'edit'
  | 'delete'
  | 'start'
  | 'stop'
  | 'switch'
  | 'cancel'
  | 'note'
  | 'task new'
  | 'task rename'
  | 'task done'
  | 'task reopen';

/** How one thing stood before the undo or redo, and how it stands after; absent where it is not there. */
export type Shift<Thing> = { readonly before?: Thing; readonly after?: Thing };

/** Everything that an undo or redo moved, in full: enough to say what happened without reading again. */
export type Moved = {
  readonly entries: readonly Shift<Entry>[];
  readonly notes: readonly Shift<Note>[];
  readonly tasks: readonly Shift<Task>[];
  readonly timer?: { readonly before: Timer; readonly after: Timer };
};

export type UndoResult =
  | {
      readonly kind: 'undone';
      readonly what: What;
      readonly moved: Moved;
      /** True when the timer was left alone because another one runs by now. */
      readonly timerNotRestored?: boolean;
    }
  | { readonly kind: 'nothing' }
  /** This very request was carried out before. */
  | { readonly kind: 'already done' }
  /** Somebody else changed the same thing since; the change left the undo list, the next undo goes on below it. */
  | { readonly kind: 'skipped'; readonly what: What };

export type RedoResult =
  | { readonly kind: 'redone'; readonly what: What; readonly moved: Moved }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'already done' }
  /** What it would change is not as it was; nothing was written. */
  | { readonly kind: 'changed since'; readonly what: What };

export type UndoChangeResult =
  | Extract<UndoResult, { kind: 'undone' | 'already done' }>
  /** Already undone, changed since, too old, or never there: nothing was written. */
  | { readonly kind: 'changed since' };

/** Takes back the member's newest change. With the `turn` of a home read just before, one read less. */
export const undo: (store: Store, member: Member, requestId: string, turn?: Turn) => Promise<UndoResult> =
  notBuilt;

/** Brings back what the last undo took, as long as nothing new was done since. */
export const redo: (store: Store, member: Member, requestId: string, turn?: Turn) => Promise<RedoResult> =
  notBuilt;

/** Takes back the one change that `target` names, wherever it stands in the list. */
export const undoChange: (
  store: Store,
  member: Member,
  requestId: string,
  target: UndoTarget,
) => Promise<UndoChangeResult> = notBuilt;
