import type { Member, Prefs } from '../../../member.ts';
import type { Home } from '../../../store/home.ts';
import type { Store } from '../../../store/store.ts';
import type { Instant, LocalDate } from '../../../time.ts';

/** A member's errand that is due: theirs, as they stand now, and the local day it is for. */
export type MembersErrand = {
  readonly store: Store;
  readonly member: Member;
  readonly prefs: Prefs;
  readonly home: Home;
  readonly date: LocalDate;
  readonly bucket: Instant;
  readonly now: Instant;
};
