import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const read = (...path: readonly string[]) => readFileSync(join(ROOT, ...path), 'utf8');

test('the page shows every emoji that the bot writes', () => {
  const source = readdirSync(join(ROOT, 'src/bot'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => read('src/bot', path))
    .join('\n');
  const written = source.matchAll(/(?<=['`\s(]):([a-z_]*[a-z+][a-z_0-9]*):(?=[\s'`])/g);
  const names = new Set([...written].map(([, name]) => name));
  expect(names).toContain('white_check_mark');
  const shown = ['emoji.tsx', 'emoji-pictures.tsx']
    .map((file) => read('playground/page/mrkdwn', file))
    .join();
  expect([...names].filter((name) => !new RegExp(`^  '?${name}'?: `, 'm').test(shown))).toEqual([]);
});
