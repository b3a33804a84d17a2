import * as chrono from 'chrono-node';
import { clean } from '../src/phrase/clean.ts';
import { findDays } from '../src/phrase/dates.ts';
import { readCommand } from '../src/phrase/read-command.ts';
import { readLine } from '../src/phrase/read-line.ts';
import { corpus, type Line } from './corpus.ts';
import { printFirst } from './first-reading.ts';
import { printHostile, slowest } from './hard-lines.ts';
import { inTurns, timingsOf } from './in-turns.ts';
import { heading, microseconds, percent, table, times } from './print.ts';

const WARM_UP = 15;
const READINGS = 40;

/** The reader beside bare chrono on the same lines, warm and in a fresh process. */
export async function reader(): Promise<void> {
  const lines = corpus();
  heading(
    'reader: readLine beside bare chrono.parse (aim: at most 3 times; p99 under 1 ms, worst under 50 ms)',
    `${lines.length} lines, each read ${READINGS} times by both in turns, after ${WARM_UP} times to warm up`,
  );
  let at = -1;
  let line = nextLine();
  let cleaned = clean(line.text);
  function nextLine(): Line {
    at += 1;
    const next = lines[at % lines.length];
    if (next === undefined) throw new Error('there are no lines');
    return next;
  }
  const taken = await inTurns(
    {
      ours: () => readLine(line.text, line),
      chrono: () => chrono.parse(line.text, { instant: new Date(line.now) }),
      clean: () => clean(line.text),
      command: () => readCommand(line.text, cleaned, line),
      days: () => findDays(cleaned.mask, '2026-09-16'),
    },
    {
      rounds: READINGS * lines.length,
      warmUp: WARM_UP * lines.length,
      before() {
        line = nextLine();
        cleaned = clean(line.text);
      },
    },
  );
  const [ours, bare] = [timingsOf(taken('ours').wall), timingsOf(taken('chrono').wall)];
  const [ownWork, bareWork] = [timingsOf(taken('ours').cpu), timingsOf(taken('chrono').cpu)];
  const row = (name: string, one: number, other: number) => [
    name,
    microseconds(one),
    microseconds(other),
    times(one / other),
  ];
  table(
    ['a line', 'readLine', 'chrono', 'ratio'],
    [
      [
        'texts a second',
        (1000 / ours.mean).toFixed(0),
        (1000 / bare.mean).toFixed(0),
        times(ours.mean / bare.mean),
      ],
      row('p50', ours.p50, bare.p50),
      row('p99', ours.p99, bare.p99),
      row('worst single reading', ours.worst, bare.worst),
      row('the same, this thread’s own work', ownWork.worst, bareWork.worst),
      row(
        'slowest line, by its median',
        slowest(taken('ours').wall, lines).time,
        slowest(taken('chrono').wall, lines).time,
      ),
    ],
  );
  console.log(`\nslowest line: ${slowest(taken('ours').wall, lines).text}`);
  printHostile();
  const middle = (name: Parameters<typeof taken>[0]) => timingsOf(taken(name).wall).p50;
  const parts = [
    ['cleaning', middle('clean')],
    ['looking for a command', middle('command')],
    ['chrono, for the days', middle('days')],
  ] as const;
  const whole = middle('ours');
  const rest = parts.reduce((left, [, time]) => left - time, whole);
  const rows = [...parts, ['amounts, clocks, tags, note, and all the rest', rest]] as const;
  table(
    ['where the median goes', 'time', 'share'],
    rows.map(([name, time]) => [name, microseconds(time), percent(time / whole)]),
  );
  await printFirst();
}
