import type { Item } from '../../src/store/layer/item.ts';

/** Entries of a hundred members over the days of years, as many as asked. */
export function manyRows(count: number): readonly Item[] {
  return Array.from({ length: count }, (_, index) => ({
    pk: `u#T1#U${index % 100}`,
    sk: `d#${dayAfter(index % 900)}#${String(index).padStart(10, '0')}`,
    q: { s: 60 * (index % 480) },
    tz: 'Europe/Madrid',
    tags: ['writing'],
    text: `entry ${index}, café ☕`,
    v: 1_789_000_000_000 + index + 0.125,
    m: 1_789_000_000_000 + index + 0.125,
  }));
}

function dayAfter(days: number): string {
  return new Date(Date.UTC(2024, 0, 1 + days)).toISOString().slice(0, 10);
}
