import { readLine } from '../src/phrase/read-line.ts';
import { hostileLines, type Line } from './corpus.ts';
import { timingsOf } from './in-turns.ts';
import { median, milliseconds } from './print.ts';

/** Lines that are meant to hang their reader are read by us alone: bare chrono needs half a minute for one of them. */
export function printHostile(): void {
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
export function slowest(
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
