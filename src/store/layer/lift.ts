import type { Store } from '../store.ts';
import { commit, type Refusal } from './commit.ts';
import { type Item, type ItemKey, keyOfItem } from './item.ts';
import { type AnyKind, versionOf } from './kind.ts';

/**
 * Brings refused rows that were written in an older shape into the newest one, so that the refused writes can be tried
 * again. Returns whether there were any.
 */
export async function liftRefused(
  store: Store,
  kindAt: (key: ItemKey) => AnyKind | undefined,
  refusal: Refusal,
): Promise<boolean> {
  let lifted = false;
  for (const item of refusal.rows.values()) {
    if (item === undefined) continue;
    const kind = kindAt(keyOfItem(item));
    if (kind === undefined || versionOf(item) >= kind.version) continue;
    lifted = true;
    await liftRow(store, kind, item);
  }
  return lifted;
}

/** Rewrites one row in the newest shape, unless it was changed since it was read. */
export async function liftRow(store: Store, kind: AnyKind, item: Item): Promise<void> {
  const fields = { v: item['v'] ?? null, sv: item['sv'] ?? null };
  await commit(store, [
    { action: 'put', key: keyOfItem(item), item: kind.lift(item), when: { row: 'there', fields } },
  ]);
}
