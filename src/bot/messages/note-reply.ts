import type { Note } from '../../note.ts';
import type { LocalDate } from '../../time.ts';
import { actions, button, context, plainReply, type Reply, reply, section } from '../slack/blocks.ts';
import { escapeText } from '../slack/escape.ts';
import { ACTION } from '../wire/action-ids.ts';
import { encodeEntryRef } from '../wire/entry-ref.ts';
import { type NamedTask, notThereWords } from './missing-task.ts';
import { excerptWords, notePlace } from './note-words.ts';
import { undoButton } from './undo-button.ts';

/** The same words whether it was deleted, moved to another day, or never this member's: nothing is given away. */
export const NOTE_GONE = plainReply(
  'That note isn’t here any more. It may have been deleted, undone or moved to another day: `/track notes` shows what there is.',
);

export type NoteConfirmation = {
  /** What was done, with its emoji: `:memo: Noted`. */
  readonly done: string;
  readonly note: Note;
  readonly today: LocalDate;
  /** The value of the Undo button; absent where there is nothing to take back. */
  readonly undo?: string;
  readonly task?: NamedTask;
};

/** How much of a note the confirmation shows; `Show` gives the whole. */
const TEXT_SHOWN = 500;

/** The echo of a note that was kept: where it stands, what it says, and the way back. */
export function confirmNote({ done, note, today, undo, task }: NoteConfirmation): Reply {
  const title = task?.kind === 'known' ? ` ${escapeText(task.task.title)}` : '';
  const { mrkdwn, whole } = excerptWords(note.text, [], TEXT_SHOWN);
  const body = `${done} · ${notePlace(note, today)}${title}\n${mrkdwn}`;
  const small = [
    ...notThereWords(task).map((words) => `${words} Your note is kept either way.`),
    'Only you see it. `/track notes` finds it again.',
  ].join('\n');
  const ref = encodeEntryRef(note);
  return reply(`${body}\n${small}`, [
    section(body),
    context(small),
    actions('note', [
      ...(undo === undefined ? [] : [undoButton(undo)]),
      ...(whole ? [] : [button({ action: ACTION.showNote, text: 'Show', value: ref })]),
      button({ action: ACTION.editNote, text: 'Edit', value: ref }),
      button({ action: ACTION.deleteNote, text: 'Delete', value: ref }),
    ]),
  ]);
}
