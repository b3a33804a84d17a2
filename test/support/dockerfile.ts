import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod/mini';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** One instruction of a Dockerfile: its word, and the rest of the line. */
export type Instruction = { readonly word: string; readonly rest: string };

/** The instructions of the last stage, which is what runs. */
export function runningStage(): readonly Instruction[] {
  const instructions = readFileSync(join(root, 'Dockerfile'), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => ({ word: line.split(' ')[0] ?? '', rest: line.slice(line.indexOf(' ') + 1) }));
  return instructions.slice(instructions.findLastIndex(({ word }) => word === 'FROM'));
}

/** What the last stage copies of this repository, each with where it goes, below its folder. */
export function copied(): readonly { readonly from: string; readonly to: string }[] {
  return runningStage()
    .filter(({ word, rest }) => word === 'COPY' && !rest.startsWith('--from'))
    .flatMap(({ rest }) => {
      const words = rest.split(' ');
      const target = words.at(-1) ?? '';
      return words.slice(0, -1).map((from) => ({
        from,
        to: target.endsWith('/') ? join(target, from.split('/').at(-1) ?? '') : target,
      }));
    });
}

/** The words of an instruction in its JSON form. */
export function wordsOf(word: string): readonly string[] {
  const rest = runningStage().find((instruction) => instruction.word === word)?.rest ?? '[]';
  return z.array(z.string()).parse(JSON.parse(rest.slice(rest.indexOf('['))));
}

/** The variables that the last stage sets. */
export function variables(): Readonly<Record<string, string>> {
  const pairs = runningStage()
    .filter(({ word }) => word === 'ENV')
    .flatMap(({ rest }) => rest.split(' ').map((pair) => pair.split('=')));
  return Object.fromEntries(pairs.map(([name = '', value = '']) => [name, value]));
}

const lockfile = z.object({
  packages: z.record(
    z.string(),
    z.object({ dev: z.optional(z.boolean()), optional: z.optional(z.boolean()) }),
  ),
});

/** Puts into a folder what the image holds: the files that are copied, and the packages that are no development ones. */
export function layOut(folder: string): void {
  for (const { from, to } of copied()) cpSync(join(root, from), join(folder, to), { recursive: true });
  const { packages } = lockfile.parse(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')));
  for (const [path, { dev, optional }] of Object.entries(packages)) {
    if (path === '' || dev === true) continue;
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    try {
      // What lies below in a `node_modules` of its own has a line of its own.
      cpSync(join(root, path), join(folder, path), {
        recursive: true,
        filter: (source) => !source.slice(join(root, path).length).includes('node_modules'),
      });
    } catch (error) {
      if (optional !== true) throw error;
    }
  }
}
