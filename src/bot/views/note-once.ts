import type { NoteContent } from '../../note.ts';
import { type ChangeNoteResult, editNote } from '../../store/change-note.ts';
import type { WriteNoteResult } from '../../store/notes.ts';
import { writeNoteOnce } from '../../store/write-note-once.ts';
import type { MemberCall } from '../call.ts';

/** What became of the one note of a form. */
export type NotedOnce =
  | { readonly kind: 'noted'; readonly result: WriteNoteResult }
  /** The form kept another note before, which now says this. */
  | { readonly kind: 'edited'; readonly result: ChangeNoteResult }
  /** What the form kept before is gone for good. */
  | { readonly kind: 'gone' };

/** Keeps the one note of a form. Sent again with other values it is still one: what it says last, as long as nobody changed it since. */
export async function noteOnce(call: MemberCall, formId: string, content: NoteContent): Promise<NotedOnce> {
  const { store, member, requestId } = call;
  const result = await writeNoteOnce(store, member, `${formId} note`, content);
  if (result === undefined) return { kind: 'gone' };
  const { kind, note, undone, undo } = result;
  const stands = undone !== true && note.version === undo.version;
  if (kind === 'written' || !stands) return { kind: 'noted', result };
  const edited = await editNote(store, member, `${requestId} note`, note, content);
  return edited.kind === 'unchanged' ? { kind: 'noted', result } : { kind: 'edited', result: edited };
}
