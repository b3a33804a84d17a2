import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { type BuildOptions, build, type Metafile } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The functions that are deployed, by name: `dist/<name>/index.cjs`. */
export const BUNDLE_NAMES = ['slack', 'tick', 'worker'] as const;

export type BundleName = (typeof BUNDLE_NAMES)[number];

/**
 * Never run in a function, so an empty module stands in: what Bolt's receivers for Express, Socket Mode and OAuth load at
 * import, where we use the Lambda receiver alone, and streams of events, which DynamoDB has none of.
 */
const UNUSED = [
  'express',
  '@slack/socket-mode',
  '@slack/oauth',
  'raw-body',
  'path-to-regexp',
  '@smithy/core/event-streams',
];

/** How every function is bundled (docs/decisions/0009-lean-bundle.md). */
export const bundleOptions = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node24',
  // CommonJS starts faster than ES modules once the AWS SDK is in.
  format: 'cjs',
  minify: true,
  mainFields: ['module', 'main'],
  // The SDK loads `node:http` by an `import()`, which Node answers by reading every export of it, its whole WebSocket too
  // (20 ms); as a `require` it reads none.
  supported: { 'dynamic-import': false },
  sourcemap: 'linked',
  metafile: true,
  logLevel: 'silent',
  alias: {
    ...Object.fromEntries(UNUSED.map((name) => [name, `${root}scripts/empty.cjs`])),
    // A function's role puts its credentials into the environment; no file, sign-on or machine is asked for them.
    '@aws-sdk/credential-provider-node': `${root}scripts/lambda-credentials.ts`,
  },
} as const satisfies BuildOptions;

export type Bundle = {
  readonly name: BundleName;
  readonly file: string;
  readonly bytes: number;
  readonly gzipBytes: number;
  /** Bytes by package, the largest first; `stint` is our own code. */
  readonly byPackage: readonly (readonly [name: string, bytes: number])[];
};

/** Builds one function into `outdir`. A warning of esbuild counts as an error. */
export async function bundle(name: BundleName, outdir: string): Promise<Bundle> {
  const file = `${outdir}/${name}/index.cjs`;
  const { warnings, metafile } = await build({
    ...bundleOptions,
    entryPoints: [`src/entry-points/${name}.ts`],
    outfile: file,
  });
  if (warnings.length > 0) {
    throw new Error(
      `esbuild warns:\n${warnings.map(({ text, location }) => `${location?.file}: ${text}`).join('\n')}`,
    );
  }
  const code = await readFile(file);
  return { name, file, bytes: code.length, gzipBytes: gzipSync(code).length, byPackage: sizes(metafile) };
}

function sizes({ outputs }: Metafile): Bundle['byPackage'] {
  const output = Object.entries(outputs).find(([path]) => path.endsWith('.cjs'))?.[1];
  const byPackage = new Map<string, number>();
  for (const [path, { bytesInOutput }] of Object.entries(output?.inputs ?? {})) {
    const name = packageOf(path);
    byPackage.set(name, (byPackage.get(name) ?? 0) + bytesInOutput);
  }
  return [...byPackage].sort(([, one], [, other]) => other - one);
}

function packageOf(path: string): string {
  const inside = path.split('node_modules/').at(-1);
  if (inside === undefined || !path.includes('node_modules/')) return 'stint';
  const [scope = '', name = ''] = inside.split('/');
  return scope.startsWith('@') ? `${scope}/${name}` : scope;
}
