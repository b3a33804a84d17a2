import * as z from 'zod/mini';
import type { Prefs } from '../../member.ts';
import { isTimeOfDay, WEEK } from '../../time.ts';
import type { Item } from '../layer/item.ts';
import { kind } from '../layer/kind.ts';
import { stamp } from './track.ts';

/** An ISO weekday in a row. */
export const weekday = z.literal(WEEK);
/** A time of day in a row, `hh:mm`. */
export const timeOfDay = z.string().check(z.refine(isTimeOfDay));
/** The day on which a week begins, in a row. */
export const weekStart = z.union([z.literal(1), z.literal(7)]);

const schema = z.object({
  tz: z.string().check(z.minLength(1)),
  /** The zone was assumed. */
  guess: z.exactOptional(z.literal(true)),
  /** The zone was chosen by the member. */
  own: z.exactOptional(z.literal(true)),
  week: weekStart,
  /** The daily target in seconds. */
  goal: z.exactOptional(z.int().check(z.positive())),
  /** The working days. */
  days: z.array(weekday).check(z.maxLength(7)),
  digest: z.exactOptional(z.object({ day: weekday, at: timeOfDay })),
  remind: z.exactOptional(timeOfDay),
  /** The request that the member was met in. */
  by: z.exactOptional(z.string()),
  v: stamp,
});

type PrefsAttributes = z.output<typeof schema>;

/** Version 1 knew neither working days nor a digest: it gets what held for everybody. */
const withSchedules = (attributes: Item): Item => ({
  days: [1, 2, 3, 4, 5],
  digest: { day: 1, at: '09:00' },
  ...attributes,
});

/** What a member has set; one row each. */
export const prefsKind = kind('prefs', 'u#{team}#{user}', 'me#prefs', schema, [withSchedules]);

/** Prefs as attributes. */
export function prefsAttributes(prefs: Prefs): PrefsAttributes {
  const { dailyTarget, digest, reminderTime } = prefs;
  return {
    tz: prefs.zone,
    ...(prefs.zoneAssumed ? { guess: true } : {}),
    ...(prefs.zoneChosen ? { own: true } : {}),
    week: prefs.weekStart,
    ...(dailyTarget === undefined ? {} : { goal: dailyTarget }),
    days: [...prefs.workingDays],
    ...(digest === undefined ? {} : { digest: { day: digest.weekday, at: digest.time } }),
    ...(reminderTime === undefined ? {} : { remind: reminderTime }),
    v: prefs.version,
  };
}

/** The prefs that a row stands for. */
export function toPrefs({ tz, guess, own, week, goal, days, digest, remind, v }: PrefsAttributes): Prefs {
  return {
    zone: tz,
    zoneAssumed: guess ?? false,
    zoneChosen: own ?? false,
    weekStart: week,
    ...(goal === undefined ? {} : { dailyTarget: goal }),
    workingDays: days,
    ...(digest === undefined ? {} : { digest: { weekday: digest.day, time: digest.at } }),
    ...(remind === undefined ? {} : { reminderTime: remind }),
    version: v,
  };
}
