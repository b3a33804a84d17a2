import type { Seconds } from './duration.ts';
import type { TimeOfDay, Weekday, Zone } from './time.ts';

/** Who acts: every key of the table lies under this pair. */
export type Member = { readonly workspaceId: string; readonly memberId: string };

/** First day of the week as an ISO weekday: Monday or Sunday. */
export type WeekStart = 1 | 7;

/** When the weekly digest comes, on the member's own clock. */
export type DigestTime = { readonly weekday: Weekday; readonly time: TimeOfDay };

/** What a member has set, or what was found out about them. */
export type Prefs = {
  readonly zone: Zone;
  /** True when the zone is the workspace's or a guess, so that replies say so. */
  readonly zoneAssumed: boolean;
  /** True when the member chose the zone here, so that a move in Slack no longer changes it. */
  readonly zoneChosen: boolean;
  readonly weekStart: WeekStart;
  /** How much the member means to log on a working day; absent where they set none. */
  readonly dailyTarget?: Seconds;
  /** In the order of the week, Monday first; each once. */
  readonly workingDays: readonly Weekday[];
  /** Absent where it is off. */
  readonly digest?: DigestTime;
  /** When a member who is short of the daily target is reminded, on working days; absent where it is off. */
  readonly reminderTime?: TimeOfDay;
  readonly version: number;
};

/** All that a member can set: prefs without the name of their content. */
export type Settings = Omit<Prefs, 'version'>;

/** What a member has set, without the name of its content. */
export function settingsOf({ version: _, ...settings }: Prefs): Settings {
  return settings;
}

/** When a reminder comes where a member asks for one and names no time. */
export const USUAL_REMINDER: TimeOfDay = '16:30';

/** What the settings lack for a reminder ever to come; `undefined` where nothing is. */
export function missingForReminder({
  dailyTarget,
  workingDays,
}: Pick<Settings, 'dailyTarget' | 'workingDays'>): 'target' | 'working day' | undefined {
  if (workingDays.length === 0) return 'working day';
  return dailyTarget === undefined ? 'target' : undefined;
}

/** What holds for somebody who has set nothing yet. */
export const FIRST_SETTINGS = {
  zoneAssumed: false,
  zoneChosen: false,
  weekStart: 1,
  workingDays: [1, 2, 3, 4, 5],
  digest: { weekday: 1, time: '09:00' },
} as const satisfies Omit<Settings, 'zone'>;
