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

/** Watches a client's requests, and steps in. */
export type Watched = {
  /** Makes every request of a kind fail once so many have passed, until it may go on. */
  readonly stopAfter: (command: string, passed: number) => void;
  readonly goOn: () => void;
  /** Does something after each request of a kind, before its answer is given. */
  readonly afterEachOf: (command: string, work: () => Promise<void>) => void;
  /** The most rows that one answer brought. */
  readonly largestAnswer: () => number;
  /** The most requests that were under way at once. */
  readonly mostAtOnce: () => number;
};

export function watchRequests(client: DynamoDBDocumentClient): Watched {
  let stop = { command: '', left: 0 };
  let after = { command: '', work: async () => {} };
  let [largest, most, underWay] = [0, 0, 0];
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const command = String(context['commandName']);
      if (command === stop.command) {
        if (stop.left === 0) throw new Error('stopped by the test');
        stop.left -= 1;
      }
      underWay += 1;
      most = Math.max(most, underWay);
      const answer = await next(args).finally(() => {
        underWay -= 1;
      });
      const { Items } = Object(answer.output);
      largest = Math.max(largest, Array.isArray(Items) ? Items.length : 0);
      if (command === after.command) await after.work();
      return answer;
    },
    { step: 'initialize', name: 'watched' },
  );
  return {
    stopAfter(command, left) {
      stop = { command, left };
    },
    goOn() {
      stop = { command: '', left: 0 };
    },
    afterEachOf(command, work) {
      after = { command, work };
    },
    largestAnswer: () => largest,
    mostAtOnce: () => most,
  };
}

/** Leaves one row of every other batch undone, as a busy table does; gives back how many so far. */
export function leaveUndone(client: DynamoDBDocumentClient): () => number {
  let batches = 0;
  let undone = 0;
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const input = Object(args.input);
      const [[table, requests] = ['', []]] = Object.entries(Object(input.RequestItems));
      batches += 1;
      if (context['commandName'] !== 'BatchWriteItemCommand' || batches % 2 === 0 || !Array.isArray(requests))
        return next(args);
      const [left, ...done] = requests;
      undone += 1;
      if (done.length === 0)
        return { response: {}, output: { UnprocessedItems: { [table]: [left] }, $metadata: {} } };
      const answer = await next({ ...args, input: { ...input, RequestItems: { [table]: done } } });
      return { ...answer, output: { ...Object(answer.output), UnprocessedItems: { [table]: [left] } } };
    },
    { step: 'initialize', name: 'undone' },
  );
  return () => undone;
}
