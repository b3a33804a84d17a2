import { Temporal } from 'temporal-polyfill';
import { addDays, type Instant, type LocalDate, type Zone } from '../time.ts';

const DAY = 86_400;

/**
 * The instants at which a person's wall clock shows a time (seconds after midnight, 86,400 is the next midnight): one as a
 * rule, none where clocks skip it, two where they go back over it.
 */
export function instantsAt(date: LocalDate, seconds: number, zone: Zone): readonly Instant[] {
  if (seconds >= DAY) return instantsAt(addDays(date, 1), seconds - DAY, zone);
  const midnight = Temporal.PlainDate.from(date).toPlainDateTime();
  const wall = midnight.add({ seconds });
  const earlier = wall.toZonedDateTime(zone, { disambiguation: 'earlier' });
  const later = wall.toZonedDateTime(zone, { disambiguation: 'later' });
  if (earlier.epochMilliseconds === later.epochMilliseconds) return [earlier.epochMilliseconds];
  return earlier.toPlainDateTime().equals(wall) ? [earlier.epochMilliseconds, later.epochMilliseconds] : [];
}
