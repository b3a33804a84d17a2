import { expect, it } from 'vitest';
import { decodePrefill, encodePrefill } from '../../src/bot/wire/prefill.ts';

it('a prefill comes back as it was', () => {
  for (const prefill of [{}, { tag: 'überfällig' }, { task: 12 }]) {
    expect(decodePrefill(encodePrefill(prefill))).toEqual(prefill);
  }
});

it.each(['', 'null', '[]', '{"t":-1}', '{"t":1000000}', '{"g":"<!channel>"}', '{"g":"Upper"}', '{"g":""}'])(
  'the forged value %j is none',
  (value) => {
    expect(decodePrefill(value)).toBeUndefined();
  },
);
