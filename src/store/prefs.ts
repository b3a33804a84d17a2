import type { Member, Prefs } from '../member.ts';
import { memberKind, ownerOf } from './kinds/member.ts';
import { prefsAttributes, prefsKind, toPrefs } from './kinds/prefs.ts';
import { commit } from './layer/commit.ts';
import type { Item } from './layer/item.ts';
import { readRow } from './layer/read.ts';
import { put } from './layer/write.ts';
import { stampAfter } from './stamp.ts';
import type { Store } from './store.ts';

/**
 * Makes somebody a member with these prefs; returns the prefs in force, which are the older ones if there were any.
 * Needs no receipt: whoever comes first is kept, whatever the request.
 */
export async function writeFirstUse(
  store: Store,
  member: Member,
  _requestId: string,
  prefs: Omit<Prefs, 'version'>,
): Promise<Prefs> {
  const version = stampAfter(store);
  const owner = ownerOf(member);
  const first = put(prefsKind, { ...owner, ...prefsAttributes({ ...prefs, version }) }, { row: 'absent' });
  const listed = put(memberKind, { ...owner, v: version }, { row: 'absent' });
  let refusal = await commit(store, [first, listed]);
  // Listed, but without prefs: only the prefs are missing.
  if (refusal !== undefined && !refusal.rows.has(0)) refusal = await commit(store, [first]);
  const found = refusal?.rows.get(0);
  return (found && prefsIn(store, found)) ?? { ...prefs, version };
}

/** What became of new prefs. */
export type PrefsResult =
  | { readonly kind: 'done'; readonly prefs: Prefs }
  /** Another change came first; `prefs` are those in force. Nothing was written. */
  | { readonly kind: 'changed'; readonly prefs: Prefs };

/** Replaces the prefs that stand as `seen`. Settings are not part of undo. */
export async function writePrefs(
  store: Store,
  member: Member,
  seen: Prefs,
  next: Omit<Prefs, 'version'>,
): Promise<PrefsResult> {
  const version = stampAfter(store, seen.version);
  const prefs = { ...next, version };
  const row = { ...ownerOf(member), ...prefsAttributes(prefs) };
  const refusal = await commit(store, [put(prefsKind, row, { fields: { v: seen.version } })]);
  if (refusal === undefined) return { kind: 'done', prefs };
  const found = refusal.rows.get(0);
  const current = (found && prefsIn(store, found)) ?? seen;
  // The answer to an earlier try of this very write was lost.
  return { kind: current.version === version ? 'done' : 'changed', prefs: current };
}

function prefsIn(store: Store, item: Item): Prefs | undefined {
  const row = readRow(store, prefsKind, item);
  return row === undefined ? undefined : toPrefs(row);
}
