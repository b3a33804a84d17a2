import { expect, it } from 'vitest';
import { barOf } from '../../src/reports/bar.ts';

it.each([
  [0, 100, ''],
  [100, 100, '████'],
  [50, 100, '██'],
  [25, 100, '█'],
  [62.5, 100, '██▌'],
  [1, 1_000_000, '▏'],
  [200, 100, '████'],
  [10, 0, ''],
])('a bar of %d beside %d, four cells wide, is %j', (value, longest, bar) => {
  expect(barOf(value, longest, 4)).toBe(bar);
});
