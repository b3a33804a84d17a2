import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';

export type ProcessOutput = {
  /** All it has said so far, on both streams. */
  readonly said: () => string;
  /** Waits, as long as it lives, until it has said what matches; gives back the match. Throws when it ends before that. */
  readonly until: (words: RegExp) => Promise<string>;
  /** Once nothing holds its output any more: it and all that it started with the same output are gone. Its exit code. */
  readonly ended: Promise<unknown>;
};

/** Listens to a process that was started with pipes. */
export function outputOf(child: ChildProcess): ProcessOutput {
  const ended = once(child, 'close').then(([code]) => code);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (said += chunk));

  function match(words: RegExp): string {
    const [found] = words.exec(said) ?? [];
    if (found === undefined) throw new Error(`The process ended and had said only: ${said}`);
    return found;
  }

  async function until(words: RegExp): Promise<string> {
    const heard = Promise.withResolvers<void>();
    const check = () => {
      if (words.test(said)) heard.resolve();
    };
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', check);
    check();
    await Promise.race([heard.promise, ended]);
    return match(words);
  }

  return { said: () => said, until, ended };
}
