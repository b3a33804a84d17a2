import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import type { Store } from '../store.ts';
import { noteWrite, type Operation, ofRequest } from './failed-request.ts';

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

/** What a request to the table is sent with, so that it ends where nobody waits for it any more. */
export type SendOptions = { readonly abortSignal?: AbortSignal };

/**
 * Does `work`, one request, again after a random wait while others are in the way; where the table is crowded, as often as the
 * store says, and never beyond the store's patience.
 */
export async function withRetries<Result>(
  store: Store,
  operation: Operation,
  work: (options: SendOptions) => Promise<Result>,
): Promise<Result> {
  const { patience } = store;
  const options = patience === undefined ? {} : { abortSignal: patience.signal };
  for (let tries = 1; ; tries += 1) {
    try {
      noteWrite(store, operation);
      return await work(options);
    } catch (error) {
      if (!isPassing(error)) throw ofRequest(store, operation, error);
      const isCrowded = error instanceof Error && CROWDED.includes(error.name);
      const most = isCrowded ? (store.triesWhenCrowded ?? MOST_TRIES) : MOST_TRIES;
      if (tries >= most)
        throw ofRequest(
          store,
          operation,
          new BusyError(`The table was busy ${tries} times.`, { cause: error }),
        );
      await pauseAfter(store, tries);
    }
  }
}

/** Waits a random while, longer after more tries, a quarter of a second at most. Throws where nobody waits any more. */
export async function pauseAfter(store: Store, tries: number): Promise<void> {
  if (store.patience?.signal.aborted === true) throw new BusyError(`No time was left after ${tries} tries.`);
  await store.pause(store.random() * Math.min(250, 20 * 2 ** Math.min(tries, 10)));
}

/** True for an error that says nothing about the data: others were writing, or too many requests came at once. */
export function isPassing(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (!(error instanceof TransactionCanceledException)) return PASSING.has(error.name);
  return (error.CancellationReasons ?? []).some(({ Code = '' }) => PASSING.has(Code));
}
