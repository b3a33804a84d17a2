import type { Entry } from '../entry.ts';
import type { Member, Prefs } from '../member.ts';
import type { TagSettings } from '../tag-names.ts';
import type { LocalDate } from '../time.ts';
import type { Timer } from '../timer.ts';
import { inForce, withTagNames } from './in-force.ts';
import { entryKind, toEntries } from './kinds/entry.ts';
import { leavingKind } from './kinds/leaving.ts';
import { type Lost, lostKind, toLost } from './kinds/lost.ts';
import { partitionOf } from './kinds/member.ts';
import { prefsKind, toPrefs } from './kinds/prefs.ts';
import { type Publication, publicationKind, toPublication } from './kinds/publication.ts';
import { tagKind, toTagSettings } from './kinds/tag.ts';
import { timerKind, toTimer } from './kinds/timer.ts';
import { type Turn, toTurn, turnKind } from './kinds/turn.ts';
import { collection } from './layer/read.ts';
import type { Store } from './store.ts';

/** All that a command usually needs to know of a member, from one request. */
export type Home = {
  /** Absent until the first use. */
  readonly prefs?: Prefs;
  /** Names the request in which the member was met, while their settings are as they were then. */
  readonly metBy?: string;
  readonly timer: Timer;
  /** Live entries from `since` on, by day and within a day in the order in which they were logged. */
  readonly entries: readonly Entry[];
  /** Settings of every tag that was ever used, and what each was renamed to. */
  readonly tags: readonly TagSettings[];
  readonly turn: Turn;
  /** What was last published as their App Home; absent until then. */
  readonly publication?: Publication;
  /** Messages that may not have reached them, and that they have not put away. */
  readonly lost: readonly Lost[];
  /** True while everything of theirs is being removed: then nothing is to be written of them. */
  readonly isLeaving: boolean;
  /** How many rows could not be read and were left out. */
  readonly unreadable: number;
};

const homeRows = collection({
  entries: entryKind,
  prefs: prefsKind,
  timers: timerKind,
  tags: tagKind,
  turns: turnKind,
  publications: publicationKind,
  lost: lostKind,
  leaving: leavingKind,
});

/** One strongly consistent Query: entries of `since` and every later day, timer, prefs, tags. */
export async function readHome(store: Store, member: Member, since: LocalDate): Promise<Home> {
  // From `d#<since>` to the end of `me#` the table holds days and settings side by side, and nothing else.
  const stretch = { pk: partitionOf(member), from: `d#${since}`, to: 'me#~' };
  const { rows, unreadable } = await homeRows(store, stretch);
  const [prefs, timer, turn] = [rows.prefs[0], rows.timers[0], rows.turns[0]];
  const publication = rows.publications[0];
  const tags = rows.tags.map(toTagSettings).filter(({ version }) => version !== 0);
  const named = withTagNames(store, member, tags);
  return {
    ...(prefs === undefined ? {} : { prefs: toPrefs(prefs) }),
    ...(prefs?.by === undefined ? {} : { metBy: prefs.by }),
    timer: inForce(named, member, toTimer(timer)),
    entries: toEntries(rows.entries).map((entry) => inForce(named, member, entry)),
    tags,
    turn: toTurn(turn),
    ...(publication === undefined ? {} : { publication: toPublication(publication) }),
    lost: rows.lost.flatMap((row) => toLost(row) ?? []),
    isLeaving: rows.leaving.length > 0,
    unreadable,
  };
}
