import { runDue } from '../../src/bot/schedule/run-due.ts';
import { instantFromIso } from '../../src/time.ts';
import type { BotRun } from './bot-run.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export function at(iso: string): number {
  return instantFromIso(iso) ?? Number.NaN;
}

/** Does all that is due by `now`, and says what became of it, but for the weekly upkeep, which nobody sees. */
export async function runAt(run: BotRun, now: number): Promise<readonly string[]> {
  run.clock.now = now;
  const outcomes = await runDue(run.worker);
  return outcomes
    .filter(({ errand }) => errand !== 'upkeep')
    .map(({ errand, kind, why }) => [errand, kind, why].filter((word) => word !== undefined).join(' '))
    .toSorted();
}
