/** A length of time in whole seconds. */
export type Seconds = number;

/** Seconds in a minute. */
export const SECONDS_PER_MINUTE = 60;
/** Seconds in an hour. */
export const SECONDS_PER_HOUR = 3600;

/** The longest entry that a length may state; a clock range inside one local day may have more. */
export const LONGEST_ENTRY: Seconds = 24 * SECONDS_PER_HOUR;

/** From here on an entry is kept with a warning. */
export const LONG_ENTRY: Seconds = 12 * SECONDS_PER_HOUR;

/** The one canonical text of a length: `45m`, `1h`, `1h 30m`, `2h 5m 30s`, `0m`. The reader reads it back as the same length. */
export function formatDuration(seconds: Seconds): string {
  const sign = seconds < 0 ? '-' : '';
  const whole = Math.abs(seconds);
  const parts = [
    [Math.floor(whole / SECONDS_PER_HOUR), 'h'],
    [Math.floor((whole % SECONDS_PER_HOUR) / SECONDS_PER_MINUTE), 'm'],
    [whole % SECONDS_PER_MINUTE, 's'],
  ] as const;
  const said = parts.filter(([amount]) => amount > 0).map(([amount, unit]) => `${amount}${unit}`);
  return said.length === 0 ? '0m' : sign + said.join(' ');
}
