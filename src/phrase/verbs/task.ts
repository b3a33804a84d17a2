import { LARGEST_TASK_NUMBER, type TaskNumber } from '../../task.ts';
import { takeAmounts } from '../amounts.ts';
import { clean } from '../clean.ts';
import type { Command } from '../command.ts';
import { cover, MARK, type Piece, textOf } from '../mask.ts';
import { noteOf } from '../note.ts';
import type { ErrorReading, ReadContext } from '../reading.ts';
import { nameDraft, plainVerb, refusalOf, type Verb } from './verb.ts';

const TASK = /^(?:task-|#)?(\d{1,7})(?=\s|$)/i;

/** The task tree. */
export const TASK_VERBS: readonly Verb[] = [
  plainVerb('tasks', { name: 'tasks' }),
  { opening: /^(?=task-\d+\s*$)/i, read: (rest) => onTask(rest, (task) => ({ name: 'task', task })) },
  { opening: /^(?:task new|new task)[:]?(?=\s|$)/i, takesText: true, read: newTask },
  {
    opening: /^task (?:done|finish|close)(?=\s|$)/i,
    read: (rest) => onTask(rest, (task) => ({ name: 'task done', task })),
  },
  {
    opening: /^task reopen(?=\s|$)/i,
    read: (rest) => onTask(rest, (task) => ({ name: 'task reopen', task })),
  },
  {
    opening: /^task delete(?=\s|$)/i,
    read: (rest) => onTask(rest, (task) => ({ name: 'task delete', task })),
  },
  {
    opening: /^task rename(?=\s|$)/i,
    read(rest) {
      const given = taskThen(rest);
      const title = given === undefined ? '' : clean(given.rest.replace(/^(?:to|as) /i, '')).text;
      return given === undefined || title === ''
        ? undefined
        : { name: 'task rename', task: given.task, title };
    },
  },
  {
    opening: /^task move(?=\s|$)/i,
    read(rest) {
      const given = taskThen(rest);
      if (given === undefined) return undefined;
      if (/^(?:to (?:the )?)?top(?: level)?$/i.test(given.rest))
        return { name: 'task move', task: given.task };
      const parent = taskThen(given.rest.replace(/^(?:under|to|below|into) /i, ''));
      return parent?.rest === '' ? { name: 'task move', task: given.task, parent: parent.task } : undefined;
    },
  },
];

/** A title with `under task-3`, tags and an estimate (`~4h`) anywhere in it. */
function newTask(rest: string, context: ReadContext): Command | ErrorReading | undefined {
  const named = nameDraft(rest, context);
  const refusal = refusalOf(named);
  if (refusal !== undefined) return refusal;
  const under = new RegExp(`(?:^|\\s)under ${MARK.task}+`, '').exec(named.mask);
  const parent =
    under === null ? undefined : named.tasks.find(({ end }) => end === under.index + under[0].length);
  const amounts = takeAmounts(named).amounts.filter((piece) => textOf(named, piece).startsWith('~'));
  const [estimate] = amounts;
  const taken: Piece<unknown>[] = [...named.tags];
  if (under !== null) taken.push({ value: 0, start: under.index, end: under.index + under[0].length });
  if (estimate !== undefined) taken.push(estimate);
  taken.sort((one, other) => one.start - other.start);
  const plain = clean(rest);
  const title = noteOf({ text: plain.text, mask: cover(plain.mask, taken, MARK.task) });
  if (title === undefined) return undefined;
  return {
    name: 'task new',
    title,
    tags: [...new Set(named.tags.map(({ value }) => value))],
    ...(parent === undefined ? {} : { parent: parent.value }),
    ...(estimate === undefined ? {} : { estimate: estimate.value }),
  };
}

function onTask(rest: string, build: (task: TaskNumber) => Command): Command | undefined {
  const given = taskThen(rest);
  return given?.rest === '' ? build(given.task) : undefined;
}

function taskThen(words: string): { readonly task: TaskNumber; readonly rest: string } | undefined {
  const match = TASK.exec(words);
  const task = Number(match?.[1] ?? 0);
  if (match === null || task < 1 || task > LARGEST_TASK_NUMBER) return undefined;
  return { task, rest: words.slice(match[0].length).trim() };
}
