import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Which rooms a room may import from, besides itself (docs/decisions/0001-rooms-and-arrows.md). */
const ARROWS: Readonly<Record<string, readonly string[]>> = {
  core: [],
  phrase: ['core'],
  store: ['core'],
  reports: ['core'],
  bot: ['core', 'phrase', 'store', 'reports'],
  'entry-points': ['core', 'phrase', 'store', 'reports', 'bot'],
};

/** Packages that belong to certain rooms only. */
const PACKAGES: readonly { readonly prefix: string; readonly rooms: readonly string[] }[] = [
  { prefix: '@slack/', rooms: ['bot', 'entry-points'] },
  { prefix: '@aws-sdk/', rooms: ['store', 'entry-points'] },
  { prefix: '@smithy/', rooms: ['store', 'entry-points'] },
  { prefix: 'chrono-node', rooms: ['phrase'] },
];

/** What reads the world: only entry points (and the store's own clock, handed in) may. */
const IMPURE = /\bDate\.now\b|\bnew Date\(\s*\)|\bTemporal\.Now\b|\bprocess\.env\b|\bMath\.random\b/;
const PURE_ROOMS = ['core', 'phrase', 'reports', 'bot', 'store'];

const files = globSync('src/**/*.ts', { cwd: root })
  .map((path) => path.replaceAll('\\', '/'))
  .sort();
const sources = new Map(files.map((path) => [path, readFileSync(join(root, path), 'utf8')]));
const rooms = new Set(files.map(roomOf));

describe('the arrows between the rooms', () => {
  it('reads a tree that has its rooms', () => {
    expect([...rooms].filter((room) => !(room in ARROWS))).toEqual([]);
    expect(rooms.size).toBeGreaterThanOrEqual(5);
  });

  it('point inwards only', () => {
    const wrong = files.flatMap((path) =>
      relativeImports(path)
        .filter((target) => !mayImport(roomOf(path), target))
        .map((target) => `${path} -> ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it('form no cycle between files', () => {
    expect(cycles()).toEqual([]);
  });

  it('keep packages in their rooms', () => {
    const wrong = files.flatMap((path) =>
      packageImports(path)
        .filter((name) =>
          PACKAGES.some(({ prefix, rooms }) => name.startsWith(prefix) && !rooms.includes(roomOf(path))),
        )
        .map((name) => `${path} -> ${name}`),
    );
    expect(wrong).toEqual([]);
  });

  it.each([
    ['zod', /import (?:type )?\* as z from 'zod\/mini'$/],
    ['temporal-polyfill', /from 'temporal-polyfill\/fns\/\w+'$/],
    ['chrono-node', /from 'chrono-node\/en'$/],
  ])('import of %s the part only that a bundle can be freed of the rest of', (name, part) => {
    const wrong = files.filter((path) =>
      withoutComments(read(path))
        .split(';')
        .some((line) => new RegExp(`from '${name}(?:/|')`).test(line) && !part.test(line)),
    );
    expect(wrong).toEqual([]);
  });

  it('take types only of Bolt, but for the app itself: what else posts needs the web client alone', () => {
    const wrong = files.filter((path) => /import (?!type )[^;]* from '@slack\/bolt';/.test(read(path)));
    expect(wrong).toEqual(['src/bot/create-bot.ts']);
  });

  it('leave clock, chance and environment to the entry points', () => {
    const wrong = files.filter(
      (path) => PURE_ROOMS.includes(roomOf(path)) && IMPURE.test(withoutComments(read(path))),
    );
    expect(wrong).toEqual([]);
  });

  it('make lines to paste in one place, which knows what Slack made of what was typed', () => {
    const wrong = files.filter((path) => /inlineCode\(`\/track \$\{/.test(read(path)));
    expect(wrong).toEqual(['src/bot/slack/typed-text.ts']);
  });

  it('never await in reports, and re-export nowhere', () => {
    expect(
      files.filter((path) => roomOf(path) === 'reports' && /\bawait\b|\basync\b/.test(read(path))),
    ).toEqual([]);
    expect(files.filter((path) => /^export (?:type )?(?:\*|\{[^}]*\}) from/m.test(read(path)))).toEqual([]);
  });
});

describe('what the core, the reader, the store and the reports export', () => {
  it('says what it means', () => {
    const silent = files
      .filter((path) => ['core', 'phrase', 'store', 'reports'].includes(roomOf(path)))
      .flatMap((path) => undocumented(path).map((line) => `${path}: ${line}`));
    expect(silent).toEqual([]);
  });
});

/** Exports with no doc comment right above them; the second signature of an overload shares that of the first. */
function undocumented(path: string): string[] {
  const lines = read(path).split('\n');
  return lines.filter((line, index) => {
    const before = lines[index - 1] ?? '';
    const name = /^export (?:async )?(?:function|const|type|class) (\w+)/.exec(line)?.[1];
    return (
      name !== undefined &&
      !before.endsWith('*/') &&
      !lines.slice(0, index).some((other) => other.startsWith(`export function ${name}`))
    );
  });
}

function read(path: string): string {
  return sources.get(path) ?? '';
}

function roomOf(path: string): string {
  const [, room, inside] = path.split('/');
  return inside === undefined ? 'core' : (room ?? 'core');
}

function mayImport(room: string, target: string): boolean {
  if (!target.startsWith('src/')) return false;
  return roomOf(target) === room || (ARROWS[room] ?? []).includes(roomOf(target));
}

function specifiers(path: string): string[] {
  const source = withoutComments(read(path));
  const stated = source.matchAll(
    /(?:^|[;}\s])(?:import|export)\s[^'"`;]*?from\s*'([^']+)'|import\s*\(\s*'([^']+)'|^import\s+'([^']+)'/gm,
  );
  return [...stated].flatMap((match) => match[1] ?? match[2] ?? match[3] ?? []);
}

function relativeImports(path: string): string[] {
  return specifiers(path)
    .filter((name) => name.startsWith('.'))
    .map((name) => normalize(join(dirname(path), name)).replaceAll('\\', '/'));
}

function packageImports(path: string): string[] {
  return specifiers(path).filter((name) => !name.startsWith('.'));
}

function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/[^\n]*/g, '$1');
}

/** Every cycle of files, as a path that ends where it starts. */
function cycles(): string[] {
  const found: string[] = [];
  const finished = new Set<string>();
  const visit = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) {
      found.push([...trail.slice(trail.indexOf(path)), path].join(' -> '));
      return;
    }
    if (finished.has(path)) return;
    for (const target of relativeImports(path)) visit(target, [...trail, path]);
    finished.add(path);
  };
  for (const path of files) visit(path, []);
  return found;
}
