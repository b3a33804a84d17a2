import type { Store } from '../store.ts';

/** What is asked of the table, by DynamoDB's own name for it. */
export type Operation =
  | 'GetItem'
  | 'Query'
  | 'Scan'
  | 'PutItem'
  | 'UpdateItem'
  | 'DeleteItem'
  | 'TransactWriteItems'
  | 'BatchWriteItem';

/** What is known of a request that the table did not carry out, or whose answer did not come. */
export type FailedRequest = {
  readonly operation: Operation;
  readonly table: string;
  /** True where no answer came: in time, or at all. */
  readonly unanswered: boolean;
  /** False where it is certain that the work it was a part of had written nothing. */
  readonly mayBeKept: boolean;
};

const READS: ReadonlySet<Operation> = new Set(['GetItem', 'Query', 'Scan']);

/** The network's words for what never arrived, or has not come back. */
const UNANSWERED: ReadonlySet<unknown> = new Set([
  'AbortError',
  'TimeoutError',
  'ECONNREFUSED',
  'ECONNRESET',
  'EAI_AGAIN',
  'ENOTFOUND',
  'EPIPE',
]);

const failed = new WeakMap<Error, FailedRequest>();

/** The request that an error came of; `undefined` for an error that no request to the table brought. */
export function failedRequestOf(error: unknown): FailedRequest | undefined {
  return error instanceof Error ? failed.get(error) : undefined;
}

/** Remembers which request an error came of, and gives the error back: it stays what it was for whoever tells errors apart. */
export function ofRequest(store: Store, operation: Operation, error: unknown): unknown {
  if (error instanceof Error)
    failed.set(error, {
      operation,
      table: store.table,
      unanswered: UNANSWERED.has(error.name) || ('code' in error && UNANSWERED.has(error.code)),
      mayBeKept: store.patience?.hasWritten ?? !READS.has(operation),
    });
  return error;
}

/** Notes that something may be written from now on. */
export function noteWrite({ patience }: Store, operation: Operation): void {
  if (patience !== undefined && !READS.has(operation)) patience.hasWritten = true;
}
