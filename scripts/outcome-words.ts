import type { Outcome } from '../src/bot/schedule/run-due.ts';
import { type Instant, isoOf } from '../src/time.ts';

/** One line for whoever runs a tick by hand: whose, what, when it was due, and what became of it. Ids, never names. */
export function outcomeWords(outcome: Outcome): string {
  const whose =
    'member' in outcome
      ? `${outcome.member.memberId} in ${outcome.member.workspaceId}`
      : `workspace ${outcome.workspaceId}`;
  return `${whose}: ${outcome.errand}, due ${isoOf(outcome.bucket)}: ${resultWords(outcome)}`;
}

/** The last line: how many became what by a moment, which may lie in time to come. */
export function summaryWords(outcomes: readonly Outcome[], by: Instant, now: Instant): string {
  if (outcomes.length === 0) return `Nothing is due by ${isoOf(by)}.`;
  const counts = Map.groupBy(outcomes, ({ kind }) => kind);
  const parts = [...counts].map(([kind, found]) => `${found.length} ${kind}`);
  return `By ${isoOf(by)}: ${parts.join(', ')}.${by > now ? AHEAD : ''}`;
}

const AHEAD =
  ' That moment is still to come: what was done early is not done again, and what is put into the time until then comes all the same.';

function resultWords({ kind, why, after }: Outcome): string {
  switch (kind) {
    case 'sent':
      return 'sent';
    case 'done':
      return `done${reason(why)}`;
    case 'skipped':
      return `skipped${reason(why)}`;
    case 'lost':
      return `may be lost${reason(why)}; whoever it was for, or set it up, is told, and it is not sent again`;
    case 'later':
      return `not yet${reason(why)}${after === undefined ? '' : `, in ${Math.ceil(after / 1000)} s`}`;
    case 'busy':
      return 'another worker is at it';
    case 'gone':
      return 'it is no longer there';
    case 'failed':
      return `failed${reason(why)}; the next tick tries again`;
    default:
      return kind satisfies never;
  }
}

function reason(why: string | undefined): string {
  return why === undefined ? '' : ` (${why})`;
}
