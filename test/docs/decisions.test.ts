import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const decisions = readdirSync(`${root}docs/decisions`);
const sources = readdirSync(`${root}src`, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(`${root}src/${name}`, 'utf8'));

it('finds every decision that the code refers to', () => {
  const named = sources.flatMap((text) => [...text.matchAll(/docs\/decisions\/(\d[\w-]*\.md)/g)]);
  expect(named.map(([, name = '']) => name).filter((name) => !decisions.includes(name))).toEqual([]);
});
