import type { LogReading, Reading } from '../../phrase/reading.ts';
import type { LocalDate } from '../../time.ts';
import type { MemberCall } from '../call.ts';
import { readMemberLine } from '../read-member-line.ts';

export type LinesRead =
  | { readonly kind: 'read'; readonly readings: readonly LogReading[] }
  | { readonly kind: 'error'; readonly message: string };

/** How many faulty lines one error tells of. */
const MOST_FAULTS = 3;

/**
 * Reads one entry a line, each as the command line would; one that names no day is booked on `day`. Empty lines are skipped,
 * marks of a list and a leading `/track` are no part of a line.
 */
export function readLines(text: string, day: LocalDate, call: MemberCall): LinesRead {
  const lines = text
    .split(/\r\n|\n|\r/)
    .map((line, index) => ({ number: index + 1, text: bare(line) }))
    .filter(({ text: said }) => said !== '');
  const read = lines.map(({ number, text: said }) => ({ number, reading: readOne(said, day, call) }));
  const readings = read.flatMap(({ reading }) => (reading.kind === 'log' ? [reading] : []));
  const faults = read.flatMap(({ number, reading }) =>
    reading.kind === 'log' ? [] : [`Line ${number}: ${whyNot(reading)}`],
  );
  if (faults.length === 0) return { kind: 'read', readings };
  const more = faults.length - MOST_FAULTS;
  const rest = more > 0 ? [`So are ${more} more.`] : [];
  return { kind: 'error', message: [...faults.slice(0, MOST_FAULTS), ...rest].join(' ') };
}

function bare(line: string): string {
  return line
    .trim()
    .replace(/^[-*•](?:\s+|$)/, '')
    .replace(/^\/track\s+/, '');
}

function readOne(said: string, day: LocalDate, call: MemberCall): Reading {
  const plain = readMemberLine(call, said);
  if (plain.kind === 'command' || day === call.today || namesAnotherDay(plain, call.today)) return plain;
  const dated = readMemberLine(call, `${day} ${said}`);
  if (plain.kind !== 'log') return dated.kind === 'log' ? dated : plain;
  // Two days in one line: it said `today` itself.
  return dated.kind === 'error' && dated.reason === 'too_many' ? plain : dated;
}

function namesAnotherDay(reading: Reading, today: LocalDate): boolean {
  return reading.kind === 'log' && reading.content.date !== today && !reading.assumed.includes('day');
}

function whyNot(reading: Exclude<Reading, LogReading>): string {
  switch (reading.kind) {
    case 'command':
      return 'that is a command, and only work to log belongs here.';
    case 'ask':
      return `${reading.message} Please say which you mean.`;
    case 'error':
      return reading.suggestion === undefined
        ? reading.message
        : `${reading.message} Try: ${reading.suggestion}`;
    default:
      return reading satisfies never;
  }
}
