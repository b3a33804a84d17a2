import type { Clockwork } from '../bot/schedule/deliver.ts';
import { runDue } from '../bot/schedule/run-due.ts';
import { connectClockwork } from './connect.ts';
import { writeLog } from './log.ts';
import { readSettings } from './settings.ts';

let clockwork: Clockwork | undefined;

/**
 * The Lambda function that the schedule calls: does what is due by now. What it does not finish in its time is found again by
 * the next one, and two at once share the work.
 */
export async function handler(): Promise<void> {
  clockwork ??= connectClockwork(readSettings(process.env));
  const outcomes = await runDue(clockwork);
  writeLog({ level: 'info', event: 'tick', errands: outcomes.length });
}
