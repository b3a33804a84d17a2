import type { Worker } from '../bot/jobs/worker.ts';
import { handOut } from '../bot/schedule/hand-out.ts';
import { connectWorker } from './connect.ts';
import { lambdaEffects } from './lambda-effects.ts';
import { writeLog } from './log.ts';
import { readSettings } from './settings.ts';

let worker: Worker | undefined;

/**
 * The Lambda function that the schedule calls: finds what is due by now and hands it to the queue. What no worker finishes is
 * found again by the next one.
 */
export async function handler(): Promise<void> {
  worker ??= connectOnce();
  writeLog({ level: 'info', event: 'tick', errands: await handOut(worker) });
}

function connectOnce(): Worker {
  const settings = readSettings(process.env);
  return connectWorker(settings, lambdaEffects(settings));
}
