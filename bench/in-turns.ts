import { quantile } from './print.ts';

export type Timings = {
  readonly p50: number;
  readonly p99: number;
  readonly mean: number;
  readonly worst: number;
};

export type Rounds = {
  readonly rounds: number;
  /** Rounds that come first and do not count. */
  readonly warmUp: number;
  /** Done around each round, without being timed. */
  readonly before?: () => void;
  readonly after?: () => Promise<void>;
};

/** The milliseconds of each round: by the clock, and of this thread's own work alone (not the table's, nor waiting). */
export type Taken = { readonly wall: readonly number[]; readonly cpu: readonly number[] };

/**
 * Measures every piece of work once a round; gives what they took by name. In turns, so that what else the machine does falls
 * on all alike, and each finds the processor's caches as the others leave them, which a loop over one alone does not show.
 */
export async function inTurns<Name extends string>(
  work: Readonly<Record<Name, () => unknown>>,
  { rounds, warmUp, before, after }: Rounds,
): Promise<(name: Name) => Taken> {
  const pieces = Object.entries<() => unknown>(work).map(
    ([name, run]): Piece => ({ name, run, wall: [], cpu: [] }),
  );
  for (let round = -warmUp; round < rounds; round += 1) {
    before?.();
    // Who goes first changes, so that nobody always meets what the same other left behind.
    const first = Math.abs(round) % pieces.length;
    for (const { run, wall, cpu } of [...pieces.slice(first), ...pieces.slice(0, first)]) {
      const usage = process.threadCpuUsage();
      const started = performance.now();
      await run();
      const ended = performance.now();
      const { user, system } = process.threadCpuUsage(usage);
      if (round < 0) continue;
      wall.push(ended - started);
      cpu.push((user + system) / 1000);
    }
    await after?.();
  }
  return (name) => pieces.find((piece) => piece.name === name) ?? { wall: [], cpu: [] };
}

type Piece = {
  readonly name: string;
  readonly run: () => unknown;
  readonly wall: number[];
  readonly cpu: number[];
};

/** What a list of times says; milliseconds. */
export function timingsOf(taken: readonly number[]): Timings {
  return {
    p50: quantile(taken, 0.5),
    p99: quantile(taken, 0.99),
    mean: taken.reduce((sum, time) => sum + time, 0) / taken.length,
    worst: quantile(taken, 1),
  };
}
