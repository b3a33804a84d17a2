import { taskName } from '../task.ts';
import { isoOf } from '../time.ts';
import type { Command } from './command.ts';
import type { LogReading, Reading } from './reading.ts';

/** A reading as the plain object that `npm run parse` prints: instants as ISO UTC, tags without `#`, tasks as `task-12`. */
export function readingJson(reading: Reading): Readonly<Record<string, unknown>> {
  switch (reading.kind) {
    case 'log':
      return logJson(reading);
    case 'command':
      return commandJson(reading.command);
    case 'ask': {
      const choices = reading.choices.map(({ label, reading: choice }) => ({
        ...readingJson(choice),
        label,
      }));
      return { kind: 'ask', reason: reading.reason, message: reading.message, choices };
    }
    case 'error':
      return { ...reading };
  }
}

function logJson({ content, assumed, alternatives }: LogReading): Readonly<Record<string, unknown>> {
  const { seconds, date, clock, tags, task, measures, note } = content;
  return {
    kind: 'log',
    ...(seconds === undefined ? {} : { seconds }),
    localDate: date,
    ...(clock === undefined ? {} : { start: isoOf(clock.startedAt), end: isoOf(clock.endedAt) }),
    tags,
    ...(task === undefined ? {} : { task: taskName(task) }),
    ...(measures.length === 0 ? {} : { measures }),
    ...(note === undefined ? {} : { note }),
    ...(assumed.length === 0 ? {} : { assumed }),
    ...(alternatives.length === 0 ? {} : { alternatives: alternatives.map(({ label }) => label) }),
  };
}

function commandJson({ name, ...given }: Command): Readonly<Record<string, unknown>> {
  const entries = Object.entries(given).map(([key, value]) => {
    if (key === 'startedAt' || key === 'endedAt') return [key, isoOf(Number(value))];
    if ((key === 'task' || key === 'parent') && typeof value === 'number') return [key, taskName(value)];
    return [key, value];
  });
  return { kind: 'command', name, arguments: Object.fromEntries(entries) };
}
