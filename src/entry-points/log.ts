import type { LogLine } from '../bot/effects.ts';

/**
 * Writes one JSON object a line: what CloudWatch and every log collector read without being told how. It goes past `console`,
 * which on Lambda would put the line as a text into another object, where no metric is found in it.
 */
export function writeLog({ level, ...line }: LogLine, extra: object = {}): void {
  const text = JSON.stringify({ time: new Date(Date.now()).toISOString(), level, ...line, ...extra });
  (level === 'error' ? process.stderr : process.stdout).write(`${text}\n`);
}
