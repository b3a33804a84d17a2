import { LARGEST_TASK_NUMBER, LONGEST_TASK_TITLE, type TaskNumber } from '../../task.ts';
import { takeAmounts } from '../amounts.ts';
import { clean } from '../clean.ts';
import type { Command } from '../command.ts';
import { cover, MARK, type Piece, textOf } from '../mask.ts';
import { noteOf } from '../note.ts';
import { readEstimateField, readTagsField } from '../read-fields.ts';
import type { ErrorReading, ReadContext } from '../reading.ts';
import { refusal } from '../refusal.ts';
import { nameDraft, refusalOf, type Verb } from './verb.ts';

const TASK = /^(?:task-|#)?(\d{1,7})(?=\s|$)/i;

/** The task tree. */
export const TASK_VERBS: readonly Verb[] = [
  {
    opening: /^tasks(?=\s|[.!?]*$)/i,
    takesText: true,
    isTold: true,
    read: (rest) => listTasks(clean(rest).text),
  },
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
    opening: /^task edit(?=\s|$)/i,
    read: (rest) => onTask(rest, (task) => ({ name: 'task edit', task })),
  },
  { opening: /^task (?:estimate|est)(?=\s|$)/i, read: estimateTask },
  { opening: /^task tag(?=\s|$)/i, read: (rest) => tagTask('task tag', rest) },
  { opening: /^task untag(?=\s|$)/i, read: (rest) => tagTask('task untag', rest) },
  {
    opening: /^task rename(?=\s|$)/i,
    read(rest) {
      const given = taskThen(rest);
      const title = given === undefined ? '' : clean(given.rest.replace(/^(?:to|as) /i, '')).text;
      if (given === undefined || title === '') return undefined;
      if (title.length > LONGEST_TASK_TITLE) return titleTooLong(title);
      return { name: 'task rename', task: given.task, title };
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

/** `tasks`, `tasks done`, `tasks all guide`: which ones, and words of their titles. */
function listTasks(rest: string): Command {
  const parts = /^(?:(open|done|finished|closed|all)(?![\w-]))?[\s:]*(.*?)[\s.!?]*$/i.exec(rest);
  const [, word = '', words = ''] = parts ?? [];
  const which = /^(?:done|finished|closed)$/i.test(word) ? 'done' : /^all$/i.test(word) ? 'all' : undefined;
  return {
    name: 'tasks',
    ...(which === undefined ? {} : { which }),
    ...(words === '' ? {} : { words }),
  };
}

/** `task estimate task-3 4h`, and `none` to have none any more. */
function estimateTask(rest: string): Command | undefined {
  const given = taskThen(rest);
  if (given === undefined) return undefined;
  const words = given.rest.replace(/^(?:at|to|as) /i, '');
  if (/^(?:none|no|off|nothing|0)$/i.test(words)) return { name: 'task estimate', task: given.task };
  const estimate = readEstimateField(words);
  if (estimate.kind === 'error') return undefined;
  return { name: 'task estimate', task: given.task, estimate: estimate.value };
}

function tagTask(name: 'task tag' | 'task untag', rest: string): Command | undefined {
  const given = taskThen(rest);
  const tags = given === undefined || given.rest === '' ? undefined : readTagsField(given.rest);
  if (given === undefined || tags?.kind !== 'value') return undefined;
  return { name, task: given.task, tags: tags.value };
}

/** A title with `under task-3`, tags and an estimate (`~4h`) anywhere in it. */
function newTask(rest: string, context: ReadContext): Command | ErrorReading | undefined {
  if (rest === '') return { name: 'task new', tags: [] };
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
  if (title === undefined) return NO_TITLE;
  if (title.length > LONGEST_TASK_TITLE) return titleTooLong(title);
  return {
    name: 'task new',
    title,
    tags: [...new Set(named.tags.map(({ value }) => value))],
    ...(parent === undefined ? {} : { parent: parent.value }),
    ...(estimate === undefined ? {} : { estimate: estimate.value }),
  };
}

const NO_TITLE: ErrorReading = {
  kind: 'error',
  reason: 'invalid',
  message: 'A task needs a title, and here is none.',
};

function titleTooLong({ length }: string): ErrorReading {
  const message = `A title has at most ${LONGEST_TASK_TITLE} characters, and this one has ${length}.`;
  return refusal('too_long_input', `${message} The rest may go into a note.`);
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
