import { Session } from 'node:inspector/promises';

/**
 * How often functions of `src/` are called while `work` runs, by the path of their file below `src/`: what work costs, the
 * same on any machine.
 */
export async function countCalls(work: () => void): Promise<ReadonlyMap<string, number>> {
  const session = new Session();
  session.connect();
  try {
    await session.post('Profiler.enable');
    await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
    // What was counted so far is of other work.
    await session.post('Profiler.takePreciseCoverage');
    work();
    const { result } = await session.post('Profiler.takePreciseCoverage');
    const calls = new Map<string, number>();
    for (const { url, functions } of result) {
      const file = /\/src\/(.*\.ts)$/.exec(url)?.[1];
      if (file === undefined) continue;
      // The first of a file is the file itself.
      const counts = functions
        .filter(({ functionName }) => functionName !== '')
        .map(({ ranges }) => ranges[0]?.count ?? 0);
      calls.set(file, (calls.get(file) ?? 0) + counts.reduce((sum, count) => sum + count, 0));
    }
    return calls;
  } finally {
    await session.post('Profiler.disable');
    session.disconnect();
  }
}

/** All of them together. */
export function sumOf(calls: ReadonlyMap<string, number>): number {
  return [...calls.values()].reduce((sum, count) => sum + count, 0);
}
