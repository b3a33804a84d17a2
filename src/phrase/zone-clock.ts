import * as Moment from 'temporal-polyfill/fns/Instant';
import * as Zoned from 'temporal-polyfill/fns/ZonedDateTime';
import { addDays, type Instant, type LocalDate, type WallTime, type Zone } from '../time.ts';

const DAY = 86_400;

/** A stretch of time in which a zone keeps one offset, all in milliseconds. */
type Stretch = { readonly since: Instant; readonly until: Instant; readonly offset: number };

/** How many zones are remembered; the law's offsets do not change under a running process. */
const ZONES = 500;
const remembered = new Map<Zone, Stretch[]>();

/**
 * The instants at which a person's wall clock shows a time (seconds after midnight, 86,400 is the next midnight): one as a
 * rule, none where clocks skip it, two where they go back over it.
 */
export function instantsAt(date: LocalDate, seconds: number, zone: Zone): readonly Instant[] {
  const wall = Date.parse(`${seconds >= DAY ? addDays(date, 1) : date}T00:00:00Z`) + (seconds % DAY) * 1000;
  const before = stretchAt(wall - DAY * 1000, zone).offset;
  const after = stretchAt(wall + DAY * 1000, zone).offset;
  const offsets = before === after ? [before] : [before, after];
  return offsets
    .map((offset) => wall - offset)
    .filter((instant, at) => stretchAt(instant, zone).offset === offsets[at]);
}

/** The wall clock that a person in `zone` sees at `instant`; the same as the core's, from remembered offsets. */
export function wallTimeAt(instant: Instant, zone: Zone): WallTime {
  const wall = new Date(instant + stretchAt(instant, zone).offset);
  return {
    date: wall.toISOString().slice(0, 10),
    hour: wall.getUTCHours(),
    minute: wall.getUTCMinutes(),
    second: wall.getUTCSeconds(),
  };
}

/** The calendar day on which `instant` falls for a person in `zone`. */
export function localDateAt(instant: Instant, zone: Zone): LocalDate {
  if (latest.instant !== instant || latest.zone !== zone) {
    latest = { instant, zone, date: wallTimeAt(instant, zone).date };
  }
  return latest.date;
}

/** False for a day that the zone's calendar left out, as Samoa did with 30 December 2011 when it crossed the date line. */
export function hasDay(date: LocalDate, zone: Zone): boolean {
  return instantsAt(date, DAY / 2, zone).length > 0;
}

/** One line asks for its own today many times. */
let latest: { readonly instant: Instant; readonly zone: Zone; readonly date: LocalDate } = {
  instant: Number.NaN,
  zone: '',
  date: '',
};

/** Temporal tells the offset and when it changes; asking once for each stretch makes the reader ten times faster. */
function stretchAt(instant: Instant, zone: Zone): Stretch {
  let stretches = remembered.get(zone);
  if (stretches === undefined) {
    if (remembered.size >= ZONES) remembered.clear();
    stretches = [];
    remembered.set(zone, stretches);
  }
  const known = stretches.find(({ since, until }) => since <= instant && instant < until);
  if (known !== undefined) return known;
  const zoned = Moment.toZonedDateTimeISO(Moment.fromEpochMilliseconds(instant), zone);
  const fresh = {
    since: edge(
      Zoned.getTimeZoneTransition(Zoned.addNanoseconds(zoned, 1), 'previous'),
      Number.NEGATIVE_INFINITY,
    ),
    until: edge(Zoned.getTimeZoneTransition(zoned, 'next'), Number.POSITIVE_INFINITY),
    offset: Zoned.offsetNanoseconds(zoned) / 1_000_000,
  };
  stretches.push(fresh);
  return fresh;
}

function edge(transition: Zoned.Record | null, none: number): Instant {
  return transition?.epochMilliseconds ?? none;
}
