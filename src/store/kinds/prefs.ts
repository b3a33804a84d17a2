import * as z from 'zod';
import type { Prefs } from '../../member.ts';
import { kind } from '../layer/kind.ts';
import { stamp } from './track.ts';

const schema = z.object({
  tz: z.string().min(1),
  guess: z.exactOptional(z.literal(true)),
  week: z.union([z.literal(1), z.literal(7)]),
  v: stamp,
});

type PrefsAttributes = z.output<typeof schema>;

/** `guess`: the zone was assumed. */
export const prefsKind = kind('prefs', 'u#{team}#{user}', 'me#prefs', schema);

/** Prefs as attributes. */
export function prefsAttributes(prefs: Prefs): PrefsAttributes {
  return {
    tz: prefs.zone,
    ...(prefs.zoneAssumed ? { guess: true } : {}),
    week: prefs.weekStart,
    v: prefs.version,
  };
}

/** The prefs that a row stands for. */
export function toPrefs(row: PrefsAttributes): Prefs {
  return { zone: row.tz, zoneAssumed: row.guess ?? false, weekStart: row.week, version: row.v };
}
