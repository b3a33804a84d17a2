import type { Zone } from './time.ts';

/** Who acts: every key of the table lies under this pair. */
export type Member = { readonly workspaceId: string; readonly memberId: string };

/** First day of the week as an ISO weekday: Monday or Sunday. */
export type WeekStart = 1 | 7;

/** What a member has set, or what was found out about them. */
export type Prefs = {
  readonly zone: Zone;
  /** True when the zone is the workspace's or a guess, so that replies say so. */
  readonly zoneAssumed: boolean;
  readonly weekStart: WeekStart;
  readonly version: number;
};
