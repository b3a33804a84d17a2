import type { Effects } from '../bot/effects.ts';
import { metricsOf } from './metrics.ts';
import { realWorld } from './real-world.ts';
import { type Places, SettingsError } from './settings.ts';
import { sqsQueue } from './sqs-queue.ts';
import { createLog } from './trace.ts';

/** The world as a Lambda function has it: what leaves the request goes to the queue that `QUEUE_URL` names. */
export function lambdaEffects({ queueUrl, metrics = 'function' }: Places, functionName: string): Effects {
  const { fetch, now } = realWorld;
  let send: Effects['enqueue'] | undefined;
  return {
    ...realWorld,
    log: createLog(metricsOf({ functionName, level: metrics })),
    async enqueue(job, after) {
      if (queueUrl === undefined) throw new SettingsError('QUEUE_URL: missing: the queue’s address');
      send ??= sqsQueue({ queueUrl, env: process.env, fetch, now });
      await send(job, after);
    },
  };
}
