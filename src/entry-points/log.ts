import type { LogLine } from '../bot/effects.ts';

/** Writes one JSON object a line: what CloudWatch and every log collector read without being told how. */
export function writeLog({ level, ...line }: LogLine): void {
  const text = JSON.stringify({ time: new Date(Date.now()).toISOString(), level, ...line });
  if (level === 'error') console.error(text);
  else console.log(text);
}
