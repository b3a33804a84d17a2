import type { Entry } from '../entry.ts';
import type { Member, Prefs } from '../member.ts';
import type { Tag } from '../tag.ts';
import type { LocalDate } from '../time.ts';
import type { Timer } from '../timer.ts';
import { notBuilt } from './not-built.ts';
import type { Store } from './store.ts';

/** What a member keeps about one of their tags. */
export type TagSettings = {
  readonly tag: Tag;
  readonly label?: string;
  /** The tag it was renamed to or merged into. */
  readonly to?: Tag;
  readonly version: number;
};

/** Where a member's undo and redo stand; pass it to `undo` and `redo` to spare them a read. */
export type Turn = { readonly version: number; readonly end?: number };

/** All that a command usually needs to know of a member, from one request. */
export type Home = {
  /** Absent until the first use. */
  readonly prefs?: Prefs;
  readonly timer: Timer;
  /** Live entries from `since` on, by day and within a day in the order in which they were logged. */
  readonly entries: readonly Entry[];
  readonly tags: readonly TagSettings[];
  readonly turn: Turn;
  /** How many rows could not be read and were left out. */
  readonly unreadable: number;
};

/** One strongly consistent Query: entries of `since` and every later day, timer, prefs, tags. */
export const readHome: (store: Store, member: Member, since: LocalDate) => Promise<Home> = notBuilt;
