import { Temporal } from 'temporal-polyfill';
import type { Person } from './workspace.ts';

/** What Slack adds to a person in `users.info` about their clock at `now` (milliseconds). */
export function clockFields(person: Person, now: number) {
  const zoned = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(person.zone);
  return { tz: person.zone, tz_label: person.zoneLabel, tz_offset: zoned.offsetNanoseconds / 1_000_000_000 };
}
