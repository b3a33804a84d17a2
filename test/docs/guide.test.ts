import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readLine } from '../../src/phrase/read-line.ts';

const path = (name: string) => fileURLToPath(new URL(`../../docs/${name}`, import.meta.url));
const guide = readFileSync(path('guide.md'), 'utf8');
const lines = [...guide.matchAll(/^\/track (.+)$/gm)].map(([, line = '']) => line);
const context = { now: Date.UTC(2026, 8, 16, 16, 5), zone: 'Europe/Madrid' };

describe('the guide', () => {
  it.each(lines)('shows a line that works: %s', (line) => {
    expect(['log', 'command']).toContain(readLine(line, context).kind);
  });

  it('has every picture and every chapter that it names', () => {
    const pictures = [...guide.matchAll(/\]\((images\/[^)]+)\)/g)].map(([, name = '']) => name);
    expect(pictures.filter((name) => !existsSync(path(name)))).toEqual([]);
    const chapters = [...guide.matchAll(/^## (.+)$/gm)].map(([, title = '']) =>
      title.toLowerCase().replaceAll(',', '').replaceAll(' ', '-'),
    );
    const named = [...guide.matchAll(/\]\(#([^)]+)\)/g)].map(([, name]) => name);
    expect(named).toEqual(chapters);
  });
});
