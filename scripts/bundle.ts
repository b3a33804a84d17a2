import { mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { type BuildOptions, build, type Metafile, transform } from 'esbuild';
import { namesOnly, oneStart } from './bundle-plugins.ts';
import { leaveOut } from './bundle-unused.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The functions that are deployed, by name: `dist/<name>/index.cjs`. */
export const BUNDLE_NAMES = ['slack', 'tick', 'worker', 'install'] as const;

export type BundleName = (typeof BUNDLE_NAMES)[number];

/** What every output has in common. */
const output = {
  platform: 'node',
  target: 'node24',
  minify: true,
  logLevel: 'silent',
  // The SDK loads `node:http` by an `import()`, which Node answers by reading every export of it, its whole WebSocket too
  // (20 ms); as a `require` it reads none.
  supported: { 'dynamic-import': false },
} as const;

/** How every function is bundled (docs/decisions/0009-lean-bundle.md). */
export const bundleOptions = {
  ...output,
  absWorkingDir: root,
  bundle: true,
  // CommonJS starts faster than ES modules once the AWS SDK is in.
  format: 'cjs',
  mainFields: ['module', 'main'],
  metafile: true,
  alias: {
    // Two versions of the same code: p-queue's own and the Web API client's.
    eventemitter3: `${root}node_modules/eventemitter3/index.js`,
  },
  plugins: [leaveOut(), namesOnly],
} as const satisfies BuildOptions;

export type Bundle = {
  readonly name: BundleName;
  readonly file: string;
  /** All files of the function. */
  readonly bytes: number;
  readonly gzipBytes: number;
  /** What is loaded at its start: the rest comes with the first `import()` that asks for it. */
  readonly startBytes: number;
  /** Bytes by package, the largest first; `stint` is our own code. */
  readonly byPackage: readonly (readonly [name: string, bytes: number])[];
};

/**
 * Builds one function into its folder in `outdir`. What the source imports by `import()` becomes a file of its own, which
 * esbuild can do for ES modules only: each of these is then turned into CommonJS. A warning of esbuild counts as an error.
 */
export async function bundle(name: BundleName, outdir: string): Promise<Bundle> {
  const folder = join(outdir, name);
  const entry = join(root, `src/entry-points/${name}.ts`);
  const { warnings, metafile, outputFiles } = await build({
    ...bundleOptions,
    supported: {},
    format: 'esm',
    splitting: true,
    sourcemap: 'inline',
    entryPoints: { index: entry },
    plugins: [...bundleOptions.plugins, oneStart(entry)],
    outdir: folder,
    outExtension: { '.js': '.cjs' },
    write: false,
  });
  await mkdir(folder, { recursive: true });
  const files = await Promise.all(outputFiles.map(({ path, text }) => writeCommonJs(path, text)));
  const failed = [...warnings, ...files.flatMap((file) => file.warnings)];
  if (failed.length > 0) {
    throw new Error(
      `esbuild warns:\n${failed.map(({ text, location }) => `${location?.file}: ${text}`).join('\n')}`,
    );
  }
  const started = startOf(metafile);
  const sum = (of: typeof files, size: 'bytes' | 'gzipBytes') =>
    of.reduce((all, file) => all + file[size], 0);
  return {
    name,
    file: join(folder, 'index.cjs'),
    bytes: sum(files, 'bytes'),
    gzipBytes: sum(files, 'gzipBytes'),
    startBytes: sum(
      files.filter(({ path }) => started.has(basename(path))),
      'bytes',
    ),
    byPackage: sizes(metafile),
  };
}

async function writeCommonJs(path: string, text: string) {
  const { code, map, warnings } = await transform(text, {
    ...output,
    format: 'cjs',
    sourcemap: 'external',
    sourcefile: path,
  });
  const linked = `${code}//# sourceMappingURL=${basename(path)}.map\n`;
  await Promise.all([writeFile(path, linked), writeFile(`${path}.map`, map)]);
  return { path, warnings, bytes: Buffer.byteLength(linked), gzipBytes: gzipSync(linked).length };
}

/** The names of the files that are loaded together with the first. */
function startOf({ outputs }: Metafile): ReadonlySet<string> {
  const start = Object.keys(outputs).filter((path) => basename(path) === 'index.cjs');
  const found = new Set(start);
  for (const path of found) {
    for (const { path: next, kind, external } of outputs[path]?.imports ?? []) {
      if (kind === 'import-statement' && external !== true) found.add(next);
    }
  }
  return new Set([...found].map((path) => basename(path)));
}

function sizes({ outputs }: Metafile): Bundle['byPackage'] {
  const byPackage = new Map<string, number>();
  for (const { inputs } of Object.values(outputs)) {
    for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
      const name = packageOf(path);
      byPackage.set(name, (byPackage.get(name) ?? 0) + bytesInOutput);
    }
  }
  return [...byPackage].sort(([, one], [, other]) => other - one);
}

function packageOf(path: string): string {
  const inside = path.split('node_modules/').at(-1);
  if (inside === undefined || !path.includes('node_modules/')) return 'stint';
  const [scope = '', name = ''] = inside.split('/');
  return scope.startsWith('@') ? `${scope}/${name}` : scope;
}
