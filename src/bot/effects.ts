import type { Instant } from '../time.ts';
import type { Job } from './jobs/job.ts';

/** One line of the log. Never text that a person typed, tokens, trigger ids or response URLs. */
export type LogLine = {
  readonly level: 'info' | 'warn' | 'error';
  readonly event: string;
  readonly [field: string]: string | number | boolean | undefined;
};

/** What the log tells of a request besides: ids of Slack's, and names and words of our own. */
export type Marks = Readonly<Record<string, string | undefined>>;

/** Everything outside that the bot touches, made by the entry points. */
export type Effects = {
  /** The server's clock, in milliseconds: for signatures, writes and logs; a command's own `now` is its signed timestamp. */
  readonly now: () => Instant;
  /** A signal that ends what waits after so many milliseconds; absent: `AbortSignal.timeout`. */
  readonly signalAfter?: (milliseconds: number) => AbortSignal;
  /** Reaches Slack's Web API and response URLs. */
  readonly fetch: typeof fetch;
  readonly log: (line: LogLine) => void;
  /** Adds to the one line that tells of the request or job under way; absent where nobody reads it. */
  readonly mark?: (marks: Marks) => void;
  /**
   * Hands work to the queue, to be done after so many milliseconds (at once without them, in a quarter of an hour at most);
   * settled once the queue has it. Throws where it can't be had, and nothing is queued then.
   */
  readonly enqueue: (job: Job, after?: number) => Promise<void>;
};
