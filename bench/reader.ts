import * as chrono from 'chrono-node';
import { clean } from '../src/phrase/clean.ts';
import { readCommand } from '../src/phrase/read-command.ts';
import { readLine } from '../src/phrase/read-line.ts';
import { readLog } from '../src/phrase/read-log.ts';
import { corpus, hostileLines, type Line } from './corpus.ts';
import { printFirst } from './first-reading.ts';
import { inTurns, timingsOf } from './in-turns.ts';
import { heading, median, microseconds, milliseconds, percent, table, times } from './print.ts';

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
      entry: () => readLog(cleaned, line),
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
      row(
        'slowest line, by its median',
        slowest(taken('ours').wall, lines).time,
        slowest(taken('chrono').wall, lines).time,
      ),
    ],
  );
  console.log(`\nslowest line: ${slowest(taken('ours').wall, lines).text}`);
  printHostile();
  const mean = (name: 'clean' | 'command' | 'entry') => timingsOf(taken(name).wall).mean;
  const parts = [
    ['cleaning', mean('clean')],
    ['looking for a command', mean('command')],
    ['reading an entry: amounts, clocks, days …', mean('entry')],
  ] as const;
  const rest = parts.reduce((left, [, time]) => left - time, ours.mean);
  table(
    ['where the mean goes', 'time', 'share'],
    [...parts, ['the rest', rest] as const].map(([name, time]) => [
      name,
      microseconds(time),
      percent(time / ours.mean),
    ]),
  );
  await printFirst();
}

/** Lines that are meant to hang their reader are read by us alone: bare chrono needs half a minute for one of them. */
function printHostile(): void {
  for (const line of hostileLines()) {
    const taken = Array.from({ length: 20 }, () => {
      const started = performance.now();
      readLine(line.text, line);
      return performance.now() - started;
    });
    const { p50, worst } = timingsOf(taken);
    console.log(
      `hostile line of ${line.text.length} characters (bare chrono: half a minute): p50 ${milliseconds(p50)}, worst ${milliseconds(worst)}`,
    );
  }
}

/** The line that takes longest; times come line after line, over and over. */
function slowest(
  taken: readonly number[],
  lines: readonly Line[],
): { readonly text: string; readonly time: number } {
  return lines
    .map(({ text }, index) => ({
      text,
      time: median(taken.filter((_, round) => round % lines.length === index)),
    }))
    .reduce((one, other) => (other.time > one.time ? other : one));
}
