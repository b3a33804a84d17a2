import type { Context } from 'aws-lambda';
import { describeError } from '../bot/describe-error.ts';
import { handOut, type Ticker } from '../bot/schedule/hand-out.ts';
import { connectStore } from './connect-store.ts';
import { lambdaEffects } from './lambda-effects.ts';
import { readPlaces } from './settings.ts';
import { settingsTold } from './settings-told.ts';
import { traced } from './trace.ts';

let ticker: Ticker | undefined;

/**
 * The Lambda function that the schedule calls: finds what is due by now and hands it to the queue. What no worker finishes is
 * found again by the next one. It is given no secret: it speaks to no Slack.
 */
export async function handler(_event: unknown, context: Context): Promise<void> {
  ticker ??= settingsTold(connectOnce);
  const ready = ticker;
  await traced(context.awsRequestId, async () => {
    try {
      ready.log({ level: 'info', event: 'tick', errands: await handOut(ready) });
    } catch (error) {
      ready.log({ level: 'error', event: 'tick failed', ...describeError(error) });
      // Lambda tries it again, and tells of it.
      throw error;
    }
  });
}

function connectOnce(): Ticker {
  const places = readPlaces(process.env);
  const effects = lambdaEffects(places, 'tick');
  return { store: connectStore(places, effects), ...effects };
}
