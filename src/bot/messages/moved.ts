import type { What } from '../../store/kinds/journal.ts';
import type { Moved, Shift } from '../../store/moved.ts';
import type { TagSettings } from '../../tag-names.ts';
import type { LocalDate } from '../../time.ts';
import { escapeText } from '../slack/escape.ts';
import { taskLine } from './task-words.ts';
import { dayWords, entryLine, noteWords } from './words.ts';

/** The name of a change of those things, as it reads after `Undone:`, `Brought back:` and `Done again:`. */
export function changeWords(what: What, { tasks }: Pick<Moved, 'tasks'>): string {
  const words: Readonly<Record<What, string>> = {
    log: 'the log',
    edit: 'the edit',
    delete: 'the deletion',
    start: 'the start of the timer',
    stop: 'the stop',
    switch: 'the switch',
    cancel: 'the cancelled timer',
    keep: 'your answer that you are still working',
    retime: 'the timer’s other start',
    split: 'the split',
    crop: 'the crop',
    note: 'the note',
    'task new': 'the new task',
    'task rename': 'the new title',
    'task done': tasks.length > 1 ? 'the finished tasks' : 'the finished task',
    'task reopen': 'the reopened task',
    'note edit': 'the edit of a note',
    'note delete': 'the deletion of a note',
    'tag rename': 'the tag’s new name',
    'tag merge': 'the merged tag',
    'tag archive': 'the archived tag',
    'tag unarchive': 'the tag brought back',
    'task estimate': 'the estimate',
    'task tag': 'the tags of the task',
    'task move': 'the move of the task',
    'task edit': 'the edit of the task',
    'task delete': 'the deletion of the task',
  };
  return words[what];
}

/** What a redo did with a change: one that takes something away brings nothing back. */
export function againWords(what: What): string {
  const takesAway: readonly What[] = ['delete', 'note delete', 'task delete', 'cancel', 'tag archive'];
  return takesAway.includes(what) ? 'Done again:' : 'Brought back:';
}

/** What an undo or redo moved, one line of mrkdwn a thing: how it stands now. */
export function movedLines({ entries, notes, tasks, tags, timer }: Moved, today: LocalDate): string[] {
  return [
    ...entries.map((shift) =>
      shiftLine(shift, (entry) => `${entryLine(entry)} · ${dayWords(entry.date, today)}`),
    ),
    ...notes.map((shift) => shiftLine(shift, (note) => `note “${noteWords(note.text, 80)}”`)),
    ...tasks.map((shift) => shiftLine(shift, taskLine)),
    ...tags.map(tagShiftLine),
    ...(timer === undefined ? [] : [timerLine(timer)]),
  ];
}

function shiftLine<Thing>({ before, after }: Shift<Thing>, words: (thing: Thing) => string): string {
  if (after === undefined) return before === undefined ? '' : `• gone: ${words(before)}`;
  return before === undefined ? `• back: ${words(after)}` : `• now: ${words(after)}`;
}

function tagShiftLine({ before, after }: Shift<TagSettings>): string {
  if (after === undefined) return '';
  const name = `#${escapeText(after.tag)}`;
  if (after.to !== undefined) return `• now: ${name} is called #${escapeText(after.to)}`;
  if (before?.to !== undefined) return `• now: ${name} is called so again`;
  return after.archived === true ? `• now: ${name} is archived` : `• now: ${name} is in use again`;
}

function timerLine({ before, after }: NonNullable<Moved['timer']>): string {
  if (after.state === 'idle') return '• no timer runs';
  return before.state === 'running' ? '• the timer runs as it did before' : '• the timer runs again';
}
