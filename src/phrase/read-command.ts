import type { Command } from './command.ts';
import type { Line } from './mask.ts';
import { readLog } from './read-log.ts';
import type { CommandReading, ReadContext, Reading } from './reading.ts';
import { draftOf } from './steps.ts';
import { EXPORT_VERBS } from './verbs/export.ts';
import { GOAL_VERBS } from './verbs/goal.ts';
import { NOTE_VERBS } from './verbs/note.ts';
import { OTHER_VERBS } from './verbs/other.ts';
import { REPORT_VERBS } from './verbs/report.ts';
import { TAG_VERBS } from './verbs/tag.ts';
import { TASK_VERBS } from './verbs/task.ts';
import { TEAM_VERBS } from './verbs/team.ts';
import { TIMER_VERBS } from './verbs/timer.ts';

/** Every verb; the first whose arguments the rest of the line reads as has it. */
const VERBS = [
  ...OTHER_VERBS,
  ...TEAM_VERBS,
  ...REPORT_VERBS,
  ...EXPORT_VERBS,
  ...TIMER_VERBS,
  ...TASK_VERBS,
  ...TAG_VERBS,
  ...NOTE_VERBS,
  ...GOAL_VERBS,
];

/** Every verb begins with one of these words; other lines are not tried against the table. */
const FIRST_WORD =
  /^[\s*_`]*(?:undo|redo|edit|delete|remove|status|what|am|cancel|discard|resume|continue|settings|import|token|forget|help|\?|digest|remind|reminders?|team|export|report|how|today|yesterday|week|month|list|show|start|started|switch|stop|stopped|tasks?|new|tags?|notes?|goals?)(?![\w])|^\s*at (?:most|least) | per (?:day|week|month|quarter|year)\s*$/i;

/**
 * Reads a line as a command; `undefined` where it is a log line. Where free text after a verb also reads as a log line,
 * both readings are offered and nothing is done.
 */
export function readCommand(raw: string, line: Line, context: ReadContext): Reading | undefined {
  if (!FIRST_WORD.test(raw)) return undefined;
  const words = raw
    .replace(/\s+/g, ' ')
    .replace(/[\u2018\u2019]/g, "'")
    .trim()
    .replace(/^([*_`])(.*)\1$/, '$2');
  for (const { opening, read, takesText, isTold } of VERBS) {
    const match = opening.exec(words);
    if (match === null) continue;
    const command = read(words.slice(match[0].length).trim(), context);
    if (command === undefined) continue;
    if ('kind' in command) return command;
    const reading: CommandReading = { kind: 'command', command };
    const either = takesText === true ? eitherReading(reading, line, context) : undefined;
    return isTold === true && either !== undefined ? undefined : (either ?? reading);
  }
  return undefined;
}

/** Both readings, where the whole line with its verb also reads as an entry with a time. */
function eitherReading(command: CommandReading, line: Line, context: ReadContext): Reading | undefined {
  if (hasMoment(command.command)) return undefined;
  const { amounts, ranges } = draftOf(line, context);
  if (amounts.length + ranges.length === 0) return undefined;
  const log = readLog(line, context);
  if (log.kind !== 'log' && log.kind !== 'ask') return undefined;
  const logs = log.kind === 'ask' ? log.choices : [{ label: 'Log it', reading: log }];
  return {
    kind: 'ask',
    reason: 'ambiguous',
    message: `That may be the command “${command.command.name}”, or work to log.`,
    choices: [...logs, { label: commandLabel(command.command), reading: command }],
  };
}

/** A timer command with its own time (`start 20 minutes ago`) is no log line. */
function hasMoment(command: Command): boolean {
  if ('estimate' in command) return command.estimate !== undefined;
  return 'startedAt' in command || 'endedAt' in command;
}

function commandLabel({ name }: Command): string {
  const labels: Readonly<Record<string, string>> = {
    start: 'Start the timer',
    stop: 'Stop the timer',
    switch: 'Switch the timer',
    note: 'Write a note',
    'task new': 'Create a task',
  };
  return labels[name] ?? name;
}
