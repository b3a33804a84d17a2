import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { build } from 'esbuild';
import * as z from 'zod/mini';
import { ensurePlatform, PLATFORM, ROOT } from '../sst-platform.ts';

const app = z.object({ removal: z.string(), protect: z.boolean() });
const resource = z.object({
  type: z.string(),
  name: z.string(),
  inputs: z.record(z.string(), z.unknown()),
  /** True where it outlives its removal from the stack. */
  isRetained: z.boolean(),
});

/** What whoever deploys may say. */
export type Told = {
  /** Who is told of alarms by mail. */
  readonly email?: string;
  /** Where Slack sends whoever installed the app. */
  readonly redirectUrl?: string;
};

/** What a stage would ask AWS for. */
export type Resource = z.output<typeof resource>;
export type Graph = z.output<typeof app> & {
  readonly stage: string;
  readonly told: Told;
  /** What whoever deploys is warned of. */
  readonly said: string;
  readonly resources: readonly Resource[];
};

/** What stands for each secret: it may be seen in the environment of functions alone. */
export const SECRET = 'a-secret-of-nobody';
const SECRETS = [
  'SlackSigningSecret',
  'SlackBotToken',
  'SlackClientId',
  'SlackClientSecret',
  'StintTokenKey',
];

/**
 * Evaluates sst.config.ts as a deployment would, under SST's own components and Pulumi's mocks: no AWS, no state, no Pulumi
 * program. The bundles in dist/ must be there.
 */
export async function synthesize(stage: string, told: Told = {}): Promise<Graph> {
  ensurePlatform();
  const outfile = join(PLATFORM, `stint-synth-${stage}.mjs`);
  const paths = { home: PLATFORM, root: ROOT, work: join(ROOT, '.sst'), platform: PLATFORM };
  const removal = stage === 'production' ? 'retain' : 'remove';
  await build({
    entryPoints: [join(ROOT, 'scripts/synth/program.mjs')],
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    outfile,
    logLevel: 'error',
    packages: 'external',
    define: {
      $app: JSON.stringify({ name: 'stint', stage, home: 'aws', removal, providers: { aws: {} } }),
      $cli: JSON.stringify({ command: 'deploy', rpc: '', paths, env: {}, state: { version: {} } }),
      $dev: 'false',
    },
    inject: [join(PLATFORM, 'src/shim/run.js')],
    alias: {
      'sst-platform/auto/run': join(PLATFORM, 'src/auto/run.ts'),
      'sst-platform/components/index': join(PLATFORM, 'src/components/index.ts'),
      'sst-config': join(ROOT, 'sst.config.ts'),
    },
    // SST's components use what CommonJS has.
    banner: {
      js: [
        "import { createRequire as stintRequire } from 'node:module';",
        "import { fileURLToPath as stintPath } from 'node:url';",
        'const require = stintRequire(import.meta.url);',
        'const __filename = stintPath(import.meta.url);',
        "const __dirname = stintPath(new URL('.', import.meta.url));",
      ].join(' '),
    },
  });
  const secrets = Object.fromEntries(SECRETS.map((name) => [`SST_SECRET_${name}`, SECRET]));
  // What is set on this machine is its owner's and no part of what is checked.
  const settings = {
    PATH: process.env['PATH'],
    HOME: process.env['HOME'],
    STINT_ALARM_EMAIL: told.email,
    INSTALL_REDIRECT_URL: told.redirectUrl,
  };
  const { status, stdout, stderr } = spawnSync(process.execPath, [outfile], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    env: { ...settings, ...secrets, PULUMI_NODEJS_PROJECT: 'stint' },
  });
  if (status !== 0) throw new Error(`The stage ${stage} can't be synthesised:\n${stderr}`);
  const [first, ...rest] = stdout.split('\n').filter((line) => line.startsWith('{'));
  const resources = rest.map((line) => resource.parse(JSON.parse(line, opened)));
  return {
    ...app.parse(JSON.parse(first ?? '{}')),
    stage,
    told,
    // Pulumi has words of its own about what is mocked here.
    said: stderr.replace(/^(?!WARNING: ).*\n?/gm, ''),
    resources: resources.toSorted(byName),
  };
}

function byName(one: Resource, other: Resource): number {
  const [mine, theirs] = [one, other].map(({ type, name }) => `${type} ${name}`);
  return (mine ?? '') < (theirs ?? '') ? -1 : 1;
}

/** Pulumi marks a secret by a wrapper of this name; what is in it is what AWS gets. */
const SECRET_MARK = '4dabf18193072939515e22adb298388d';

function opened(_: string, value: unknown): unknown {
  return typeof value === 'object' && value !== null && SECRET_MARK in value && 'value' in value
    ? value.value
    : value;
}
