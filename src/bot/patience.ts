/**
 * How long a request waits for what it needs, in milliseconds from when it came: Slack waits three seconds, and what became of
 * it has to be said in what is left. It counts everything together, however many requests to the table that is.
 */
export const PATIENCE_MS = 2300;

/** Whoever came to its turn late still gets a moment, in which a table that is well answers. */
const LEAST_MS = 250;

/** What is left of it after so many milliseconds. */
export function patienceLeft(spent: number): number {
  return Math.max(LEAST_MS, Math.min(PATIENCE_MS, PATIENCE_MS - spent));
}
