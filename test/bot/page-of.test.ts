import { expect, it } from 'vitest';
import { pageOf } from '../../src/bot/page-of.ts';

const ITEMS = ['a', 'b', 'c', 'd', 'e'];

it.each([
  [ITEMS, 0, { shown: ['a', 'b'], from: 0, rest: 3 }],
  [ITEMS, 2, { shown: ['c', 'd'], from: 2, rest: 1 }],
  [ITEMS, 4, { shown: ['e'], from: 4, rest: 0 }],
  // What the button was made for is gone: the last page that there is.
  [ITEMS, 6, { shown: ['d', 'e'], from: 3, rest: 0 }],
  [['a'], 100_000, { shown: ['a'], from: 0, rest: 0 }],
  [[], 0, { shown: [], from: 0, rest: 0 }],
  [[], 2, { shown: [], from: 0, rest: 0 }],
])('of %j the page from %d on is %j', (items, skip, page) => {
  expect(pageOf(items, skip, 2)).toEqual(page);
});
