import { type Outcome, runDue } from '../../src/bot/schedule/run-due.ts';
import { instantFromIso } from '../../src/time.ts';
import { ANA, BEN, type BotRun } from './bot-run.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export function at(iso: string): number {
  return instantFromIso(iso) ?? Number.NaN;
}

/** Of what was done, what the two members of a test see: no weekly upkeep, and nobody else's. */
export function seenOf(outcomes: readonly Outcome[]): readonly Outcome[] {
  const two = [ANA.id, BEN.id];
  return outcomes.filter(
    (outcome) =>
      outcome.errand !== 'upkeep' && (!('member' in outcome) || two.includes(outcome.member.memberId)),
  );
}

/** Does all that is due by `now`, and says what became of what Ana and Ben see. */
export async function runAt(run: BotRun, now: number): Promise<readonly string[]> {
  run.clock.now = now;
  return seenOf(await runDue(run.worker))
    .map(({ errand, kind, why }) => [errand, kind, why].filter((word) => word !== undefined).join(' '))
    .toSorted();
}
