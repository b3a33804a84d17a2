import type { Store } from '../store.ts';
import { commit } from './commit.ts';
import type { ItemKey } from './item.ts';
import type { Write } from './write.ts';

/** As many rows as one request removes: fewer are in nobody's way for long. */
export const AT_ONCE = 25;

/**
 * Removes rows for good, whatever they hold by now, as long as `gate` holds, a check of a row that is not among them;
 * removing one that is not there is nothing. `false`: it did not hold any more, and the rest is as it was.
 */
export async function removeRows(store: Store, keys: readonly ItemKey[], gate: Write): Promise<boolean> {
  for (let at = 0; at < keys.length; at += AT_ONCE) {
    const removals = keys.slice(at, at + AT_ONCE).map((key): Write => ({ action: 'remove', key, when: {} }));
    if ((await commit(store, [gate, ...removals])) !== undefined) return false;
  }
  return true;
}
