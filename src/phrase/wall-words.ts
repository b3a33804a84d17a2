import { addDays, type Instant, type LocalDate, weekdayOf, type Zone } from '../time.ts';
import { weekdayName } from './names.ts';
import { wallTimeAt } from './zone-clock.ts';

const DAY = 86_400;

/** `9:30`, `14:00`, `9:30:15`: a wall time from seconds after midnight; whole days on top are left away. */
export function wallText(seconds: number): string {
  const inDay = seconds % DAY;
  const [hour, minute, second] = [Math.floor(inDay / 3600), Math.floor((inDay % 3600) / 60), inDay % 60];
  const tail = second === 0 ? '' : `:${two(second)}`;
  return `${two(hour)}:${two(minute)}${tail}`;
}

/** The wall clock at an instant as `09:30`. */
export function wallTextAt(instant: Instant, zone: Zone): string {
  const { hour, minute, second } = wallTimeAt(instant, zone);
  return wallText(hour * 3600 + minute * 60 + second);
}

/** `today`, `yesterday`, or `Fri 2026-09-11`. */
export function dayText(date: LocalDate, today: LocalDate): string {
  if (date === today) return 'today';
  if (date === addDays(today, -1)) return 'yesterday';
  return `${weekdayName(weekdayOf(date)).slice(0, 3)} ${date}`;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
