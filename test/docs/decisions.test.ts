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

it('has every decision in its index, by its title', () => {
  const index = decisions
    .filter((name) => name !== 'README.md')
    .sort()
    .map((name) => {
      const [, number, title] =
        /^# (\d+)\. (.+)/.exec(readFileSync(`${root}docs/decisions/${name}`, 'utf8')) ?? [];
      return `${number}. [${title}](${name})`;
    });
  const shown = readFileSync(`${root}docs/decisions/README.md`, 'utf8').split('\n');
  expect(shown.filter((line) => /^\d/.test(line))).toEqual(index);
});
