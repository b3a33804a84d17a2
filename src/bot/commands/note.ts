import type { NoteContent } from '../../note.ts';
import type { Command } from '../../phrase/command.ts';
import type { ChangeNoteResult } from '../../store/change-note.ts';
import { type WriteNoteResult, writeNote } from '../../store/notes.ts';
import type { MemberCall } from '../call.ts';
import { confirmNote, NOTE_GONE } from '../messages/note-reply.ts';
import { notePlace } from '../messages/note-words.ts';
import { noteWords } from '../messages/words.ts';
import { plainReply, type Reply } from '../slack/blocks.ts';
import { openNoteForm } from '../views/open-note-form.ts';
import { encodeUndo } from '../wire/undo-value.ts';
import { nameTask } from './log.ts';

/** Keeps a note on a day or a task and echoes it; without words the form for one opens, and there is nothing to say. */
export async function note(
  call: MemberCall,
  { name: _, text, ...command }: Extract<Command, { name: 'note' }>,
): Promise<Reply | undefined> {
  return text === undefined ? openNoteForm(call) : keepNote(call, { ...command, text });
}

/** Keeps what was said in a line, once however often it comes. */
async function keepNote(call: MemberCall, content: NoteContent): Promise<Reply> {
  return notedReply(call, content, writeNote(call.store, call.member, call.requestId, content));
}

/** Echoes a note that was just kept, or was kept by an earlier delivery; `content` tells of its task while it is written. */
export async function notedReply(
  call: MemberCall,
  content: NoteContent,
  writing: WriteNoteResult | Promise<WriteNoteResult>,
): Promise<Reply> {
  const [result, task] = await Promise.all([writing, nameTask(call, content.task)]);
  if (result.undone === true) {
    const which = `“${noteWords(result.note.text, 80)}” · ${notePlace(result.note, call.today)}`;
    return plainReply(
      `That was noted before, and taken back since: ${which}. \`/track redo\` may bring it back.`,
    );
  }
  return confirmNote({
    done: ':memo: Noted',
    note: result.note,
    today: call.today,
    undo: encodeUndo(result.undo),
    ...(task === undefined ? {} : { task }),
  });
}

/** Echoes a note after a change of it, as it stands now. */
export async function changedNoteReply(
  call: MemberCall,
  result: ChangeNoteResult,
  wanted: 'changed' | 'deleted' = 'changed',
): Promise<Reply> {
  const current = result.kind === 'changed' ? result.current : result.subject;
  if (current === undefined) return NOTE_GONE;
  const task = await nameTask(call, current.task);
  const isWritten = result.kind === 'done' || result.kind === 'already done';
  return confirmNote({
    done: doneWords(result, wanted),
    note: current,
    today: call.today,
    ...(isWritten ? { undo: encodeUndo(result.undo) } : {}),
    ...(task === undefined ? {} : { task }),
  });
}

function doneWords({ kind }: ChangeNoteResult, wanted: string): string {
  if (kind === 'changed') return `:warning: Not ${wanted}, it was changed meanwhile. Now`;
  return kind === 'unchanged' ? ':memo: Unchanged' : ':memo: Changed';
}
