import type { ConsumedCapacity } from '@aws-sdk/client-dynamodb';
import type { Store } from '../store.ts';

/** What a request carries so that its cost comes back, where somebody wants to know. */
export function costAsked(store: Store): { ReturnConsumedCapacity?: 'TOTAL' } {
  return store.onUsage === undefined ? {} : { ReturnConsumedCapacity: 'TOTAL' };
}

/** Reports one request, even one whose cost is unknown because it was refused. */
export function report(
  store: Store,
  operation: string,
  does: 'read' | 'write',
  cost: ConsumedCapacity | readonly ConsumedCapacity[] | undefined,
): void {
  const units = [cost ?? []].flat().reduce((sum, { CapacityUnits = 0 }) => sum + CapacityUnits, 0);
  store.onUsage?.({ operation, read: does === 'read' ? units : 0, write: does === 'write' ? units : 0 });
}
