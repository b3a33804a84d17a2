import {
  ThrottlingException,
  TransactionCanceledException,
  TransactionConflictException,
} from '@aws-sdk/client-dynamodb';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { seededRandom } from './random.ts';

/** How often each fault happens, from 0 to 1. */
export type Faults = {
  readonly seed: number;
  readonly conflict?: number;
  readonly throttle?: number;
  /** The request is carried out and its answer never arrives. */
  readonly lost?: number;
};

export type FaultCounts = { conflict: number; throttle: number; lost: number };

/** Makes requests of a client fail as they do on AWS and never do on the embedded engine; gives back how often. */
export function injectFaults(client: DynamoDBDocumentClient, faults: Faults): FaultCounts {
  const { conflict = 0, throttle = 0, lost = 0 } = faults;
  const random = seededRandom(faults.seed);
  const counts = { conflict: 0, throttle: 0, lost: 0 };
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const command = String(context['commandName']);
      const writes = /^(Put|Update|Delete|BatchWrite|TransactWrite)/.test(command);
      if (writes && random() < conflict) {
        counts.conflict += 1;
        throw conflictOf(command);
      }
      if (random() < throttle) {
        counts.throttle += 1;
        throw new ThrottlingException({ message: 'slow down', $metadata: {} });
      }
      const answer = await next(args);
      if (random() >= lost) return answer;
      counts.lost += 1;
      throw lostAnswer();
    },
    { step: 'finalizeRequest', priority: 'low', name: `faults-${faults.seed}` },
  );
  return counts;
}

/** What happens to one try of a write: it passes, its answer is lost, or what is thrown instead of it. */
export type Fate = 'pass' | 'lost' | Error;

/** Decides the first tries of writes one by one; all later ones pass. */
export function scriptWrites(client: DynamoDBDocumentClient, fates: readonly Fate[]): void {
  const left = [...fates];
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const writes = /^(Put|Update|Delete|BatchWrite|TransactWrite)/.test(String(context['commandName']));
      const fate = writes ? (left.shift() ?? 'pass') : 'pass';
      if (fate instanceof Error) throw fate;
      const answer = await next(args);
      if (fate === 'pass') return answer;
      throw lostAnswer();
    },
    { step: 'finalizeRequest', priority: 'low', name: 'script' },
  );
}

/** The error of a transaction that was cancelled for these reasons, by the index of the write. */
export function cancelledFor(...codes: readonly string[]): Error {
  const CancellationReasons = codes.map((Code) => ({ Code }));
  return new TransactionCanceledException({ message: 'cancelled', $metadata: {}, CancellationReasons });
}

/** True for the error that a caller sees when even the SDK's own tries all lost their answers. */
export function isLost(error: unknown): boolean {
  return error instanceof Error && error.name === 'TimeoutError';
}

/**
 * The embedded engine is always consistent, so a read that forgot to ask for it could not show: it fails here. A read that
 * may be behind says so itself.
 */
export function expectConsistentReads(client: DynamoDBDocumentClient): void {
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const read = /^(Get|Query|BatchGet)/.test(String(context['commandName']));
      const input: Readonly<Record<string, unknown>> = { ...args.input };
      if (read && input['IndexName'] !== 'gsi1' && input['ConsistentRead'] === undefined) {
        throw new Error(`${String(context['commandName'])} must say whether it is a ConsistentRead`);
      }
      return next(args);
    },
    { step: 'finalizeRequest', priority: 'low', name: 'expect-consistent-reads' },
  );
}

function lostAnswer(): Error {
  return Object.assign(new Error('the answer was lost'), { name: 'TimeoutError' });
}

function conflictOf(command: string): Error {
  const message = 'another transaction is at work';
  if (!command.startsWith('TransactWrite'))
    return new TransactionConflictException({ message, $metadata: {} });
  return cancelledFor('TransactionConflict');
}
