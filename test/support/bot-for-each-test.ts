import { afterEach, beforeEach, expect } from 'vitest';
import { type BotRun, type BotRunOptions, runBot } from './bot-run.ts';

/** A bot of its own for each test of a file; none may send what Slack would refuse, or fail behind an apology. */
export function botForEachTest(take: (run: BotRun) => void, options: BotRunOptions = {}): void {
  let run: BotRun | undefined;
  beforeEach(async () => {
    run = await runBot(options);
    take(run);
  });
  afterEach(async () => {
    expect(run?.problems()).toEqual([]);
    await run?.stop();
  });
}
