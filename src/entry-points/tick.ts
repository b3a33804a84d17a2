import { handOut, type Ticker } from '../bot/schedule/hand-out.ts';
import { connectStore } from './connect-store.ts';
import { lambdaEffects } from './lambda-effects.ts';
import { writeLog } from './log.ts';
import { readSettings } from './settings.ts';

let ticker: Ticker | undefined;

/**
 * The Lambda function that the schedule calls: finds what is due by now and hands it to the queue. What no worker finishes is
 * found again by the next one.
 */
export async function handler(): Promise<void> {
  ticker ??= connectOnce();
  writeLog({ level: 'info', event: 'tick', errands: await handOut(ticker) });
}

function connectOnce(): Ticker {
  const settings = readSettings(process.env);
  const effects = lambdaEffects(settings);
  return { store: connectStore(settings, effects), ...effects };
}
