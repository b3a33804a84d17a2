import { expect, it } from 'vitest';
import { KINDS } from '../../src/store/kinds.ts';
import { GOLDEN } from '../support/golden-rows.ts';

it.each(Object.entries(GOLDEN))('%s is read, in full', (name, item) => {
  const kind = KINDS.find((one) => one.name === name.split(' ')[0]);
  expect(kind?.owns(item)).toBe(true);
  const reading = kind?.read(item);
  expect(reading).toMatchObject({ ok: true });
  const { pk: _pk, sk: _sk, sv: _sv, ...attributes } = { sv: 1, ...item };
  expect(reading).toMatchObject({ row: attributes });
});

it('there is a row for every version of every kind', () => {
  const versions = KINDS.flatMap(({ name, version }) =>
    Array.from({ length: version }, (_, index) => `${name} ${index + 1}`),
  );
  const golden = new Set(Object.keys(GOLDEN).map((name) => name.replace(/,.*$/, '')));
  expect(versions.toSorted()).toEqual([...golden].toSorted());
});

it('no key belongs to two kinds', () => {
  for (const item of Object.values(GOLDEN)) expect(KINDS.filter((kind) => kind.owns(item))).toHaveLength(1);
});
