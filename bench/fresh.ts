import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import * as z from 'zod/mini';
import { median } from './print.ts';

const run = promisify(execFile);

/** A CommonJS bundle, and what is called first once it is there. */
export type Probe = {
  readonly file: string;
  /** Name of the export that is called. */
  readonly call: string;
  /** What it is given, in each round; goes through JSON. */
  readonly given?: (round: number) => unknown;
  readonly env?: Readonly<Record<string, string>>;
};

/** Medians over fresh processes, in milliseconds. */
export type Fresh = {
  readonly imported: number;
  readonly called: number;
  /** The process's own work for the first and for both, whatever else the machine did meanwhile. */
  readonly importWork: number;
  readonly work: number;
};

const measured = z.object({
  imported: z.number(),
  called: z.number(),
  importWork: z.number(),
  work: z.number(),
});

// Given as text, so that nothing but Node itself is loaded before the clock starts. Lambda's runtime requires a `.cjs` too.
const PROBE = `
const [file, name, given] = process.argv.slice(1);
const before = process.cpuUsage();
const worked = () => { const { user, system } = process.cpuUsage(before); return (user + system) / 1000; };
const started = performance.now();
const loaded = require(file);
const imported = performance.now() - started;
const importWork = worked();
Promise.resolve(loaded[name](JSON.parse(given), {})).then((answer) => {
  const called = performance.now() - started - imported;
  const work = worked();
  if (answer?.statusCode >= 400) throw new Error(JSON.stringify(answer));
  process.stdout.write('\\n' + JSON.stringify({ imported, called, importWork, work }), () => process.exit(0));
});`;

/** Loads each bundle in processes of its own, in turns, and calls it once; rounds to warm up, numbered below 0, do not count. */
export async function freshly<Name extends string>(
  probes: Readonly<Record<Name, Probe>>,
  { rounds, warmUp }: { readonly rounds: number; readonly warmUp: number },
): Promise<(name: Name) => Fresh> {
  const all = Object.entries<Probe>(probes).map(([name, probe]): Run => ({ name, probe, taken: [] }));
  for (let round = -warmUp; round < rounds; round += 1) {
    for (const { probe, taken } of all) {
      const fresh = await once(probe, round);
      if (round >= 0) taken.push(fresh);
    }
  }
  return (name) => {
    const taken = all.find((one) => one.name === name)?.taken ?? [];
    const middle = (field: keyof Fresh) => median(taken.map((one) => one[field]));
    return {
      imported: middle('imported'),
      called: middle('called'),
      importWork: middle('importWork'),
      work: middle('work'),
    };
  };
}

type Run = { readonly name: string; readonly probe: Probe; readonly taken: Fresh[] };

async function once({ file, call, given, env = {} }: Probe, round: number): Promise<Fresh> {
  const argument = JSON.stringify(given?.(round) ?? null);
  const { stdout } = await run(process.execPath, ['-e', PROBE, file, call, argument], { env });
  // What the bundle logs comes before the last line.
  return measured.parse(JSON.parse(stdout.split('\n').at(-1) ?? ''));
}
