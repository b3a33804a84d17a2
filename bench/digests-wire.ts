import * as z from 'zod/mini';

/** What one process measures, and where. */
export const digestTask = z.object({
  endpoint: z.string(),
  table: z.string(),
  workspaceId: z.string(),
  now: z.number(),
  what: z.enum(['digests', 'report']),
});
export type DigestTask = z.output<typeof digestTask>;

/** What it found. */
export const digestRun = z.object({
  done: z.number(),
  seconds: z.number(),
  cpuSeconds: z.number(),
  /** The largest heap of what was alive. */
  liveMegabytes: z.number(),
  requests: z.number(),
  read: z.number(),
  write: z.number(),
});
export type DigestRun = z.output<typeof digestRun>;
