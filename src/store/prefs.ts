import type { Member, Prefs } from '../member.ts';
import { notBuilt } from './not-built.ts';
import type { Store } from './store.ts';

/** Makes somebody a member with these prefs; returns the prefs in force, which are the older ones if there were any. */
export const writeFirstUse: (
  store: Store,
  member: Member,
  requestId: string,
  prefs: Omit<Prefs, 'version'>,
) => Promise<Prefs> = notBuilt;

export type PrefsResult =
  | { readonly kind: 'done'; readonly prefs: Prefs }
  /** Another change came first; `prefs` are those in force. Nothing was written. */
  | { readonly kind: 'changed'; readonly prefs: Prefs };

/** Replaces the prefs that stand as `seen`. Settings are not part of undo. */
export const writePrefs: (
  store: Store,
  member: Member,
  seen: Prefs,
  next: Omit<Prefs, 'version'>,
) => Promise<PrefsResult> = notBuilt;
