import { consentKind } from './kinds/consent.ts';
import { counterKind } from './kinds/counter.ts';
import { cursorKind, dueKind } from './kinds/due.ts';
import { entryKind } from './kinds/entry.ts';
import { installKind } from './kinds/install.ts';
import { journalKind } from './kinds/journal.ts';
import { leavingKind } from './kinds/leaving.ts';
import { lostKind } from './kinds/lost.ts';
import { memberKind } from './kinds/member.ts';
import { noteKind } from './kinds/note.ts';
import { prefsKind } from './kinds/prefs.ts';
import { publicationKind } from './kinds/publication.ts';
import { sweepKind } from './kinds/sweep.ts';
import { tagKind } from './kinds/tag.ts';
import { taskKind } from './kinds/task.ts';
import { timerKind } from './kinds/timer.ts';
import { turnKind } from './kinds/turn.ts';
import { workspaceKind } from './kinds/workspace.ts';
import type { ItemKey } from './layer/item.ts';
import type { AnyKind } from './layer/kind.ts';

/** Every kind of row that the table may hold. */
export const KINDS: readonly AnyKind[] = [
  entryKind,
  timerKind,
  taskKind,
  tagKind,
  noteKind,
  prefsKind,
  turnKind,
  publicationKind,
  lostKind,
  leavingKind,
  journalKind,
  memberKind,
  workspaceKind,
  installKind,
  consentKind,
  counterKind,
  dueKind,
  cursorKind,
  sweepKind,
];

/** The kind that a key belongs to. */
export function kindAt(key: ItemKey): AnyKind | undefined {
  return KINDS.find((kind) => kind.owns(key));
}
