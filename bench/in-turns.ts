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

/**
 * Times every piece of work once a round; gives the milliseconds of all rounds, by name. In turns, so that what else the machine does falls on all
 * alike, and each finds the processor's caches as the others leave them, which a loop over one alone does not show.
 */
export async function inTurns<Name extends string>(
  work: Readonly<Record<Name, () => unknown>>,
  { rounds, warmUp, before, after }: Rounds,
): Promise<(name: Name) => readonly number[]> {
  const names: readonly string[] = Object.keys(work);
  const pieces = Object.entries<() => unknown>(work).map(([name, run]) => ({
    name,
    run,
    taken: [] as number[],
  }));
  for (let round = -warmUp; round < rounds; round += 1) {
    before?.();
    // Who goes first changes, so that nobody always meets what the same other left behind.
    const first = Math.abs(round) % names.length;
    for (const { run, taken } of [...pieces.slice(first), ...pieces.slice(0, first)]) {
      const started = performance.now();
      await run();
      const ended = performance.now();
      if (round >= 0) taken.push(ended - started);
    }
    await after?.();
  }
  return (name) => pieces.find((piece) => piece.name === name)?.taken ?? [];
}

/** What a list of times says; milliseconds. */
export function timingsOf(taken: readonly number[]): Timings {
  return {
    p50: quantile(taken, 0.5),
    p99: quantile(taken, 0.99),
    mean: taken.reduce((sum, time) => sum + time, 0) / taken.length,
    worst: quantile(taken, 1),
  };
}
