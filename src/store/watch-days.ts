import type { LocalDate } from '../time.ts';
import { entryKind } from './kinds/entry.ts';
import type { ItemKey } from './layer/item.ts';
import type { Store } from './store.ts';

/** The same store, which tells `onDay` once as soon as an entry of one of these days was written, in whatever way. */
export function watchDays(
  store: Store,
  days: readonly LocalDate[],
  onDay: (day: LocalDate) => Promise<void>,
): Store {
  const told = new Set<LocalDate>();
  return {
    ...store,
    async afterCommit(writes) {
      await store.afterCommit?.(writes);
      for (const day of days) {
        if (told.has(day) || !writes.some(({ action, key }) => action !== 'check' && isOn(day, key)))
          continue;
        told.add(day);
        await onDay(day);
      }
    },
  };
}

function isOn(day: LocalDate, key: ItemKey): boolean {
  return entryKind.owns(key) && key.sk.startsWith(`d#${day}#`);
}
