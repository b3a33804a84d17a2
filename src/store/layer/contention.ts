import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import type { Store } from '../store.ts';

/** Thrown when the table stays too busy for all tries; nothing was written by the last one. */
export class BusyError extends Error {
  override readonly name = 'BusyError';
}

/** More came than the table takes: AWS's own client has tried again by then, and has waited longer each time. */
const CROWDED = [
  'ProvisionedThroughputExceeded',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'ThrottlingError',
  'ThrottlingException',
];

const PASSING = new Set([
  'TransactionConflict',
  'TransactionConflictException',
  'TransactionInProgressException',
  ...CROWDED,
]);

const MOST_TRIES = 15;

/** Does `work` again, after a random wait, while others are in the way; where the table is crowded, as often as the store says. */
export async function withRetries<Result>(store: Store, work: () => Promise<Result>): Promise<Result> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (!isPassing(error)) throw error;
      const isCrowded = error instanceof Error && CROWDED.includes(error.name);
      const most = isCrowded ? (store.triesWhenCrowded ?? MOST_TRIES) : MOST_TRIES;
      if (tries >= most) throw new BusyError(`The table was busy ${tries} times.`, { cause: error });
      await pauseAfter(store, tries);
    }
  }
}

/** Waits a random while, longer after more tries, a quarter of a second at most. */
export async function pauseAfter(store: Store, tries: number): Promise<void> {
  await store.pause(store.random() * Math.min(250, 20 * 2 ** Math.min(tries, 10)));
}

/** True for an error that says nothing about the data: others were writing, or too many requests came at once. */
export function isPassing(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (!(error instanceof TransactionCanceledException)) return PASSING.has(error.name);
  return (error.CancellationReasons ?? []).some(({ Code = '' }) => PASSING.has(Code));
}
