import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { describeError } from '../bot/describe-error.ts';
import { readJob } from '../bot/jobs/job.ts';
import { tryJob } from '../bot/jobs/run-job.ts';
import { JOB_TRIES } from '../bot/jobs/tries.ts';
import type { Worker } from '../bot/jobs/worker.ts';
import { connectWorker } from './connect-worker.ts';
import { lambdaEffects } from './lambda-effects.ts';
import { realWorld } from './real-world.ts';
import { readSettings } from './settings.ts';
import { settingsTold } from './settings-told.ts';
import { sqsGiveBack } from './sqs-give-back.ts';
import { traced } from './trace.ts';

type Connected = { readonly worker: Worker; readonly giveBack: ReturnType<typeof sqsGiveBack> };

let connected: Connected | undefined;

/**
 * The Lambda function behind the queue: does the jobs of a batch, each on its own, and names those that the queue has to
 * deliver again. A job that fails again and again ends up among the dead letters.
 */
export async function handler(event: SQSEvent): Promise<SQSBatchResponse> {
  connected ??= settingsTold(connectOnce);
  const ready = connected;
  const failed = await Promise.all(event.Records.map((record) => failureOf(ready, record)));
  return { batchItemFailures: failed.flatMap((failure) => failure ?? []) };
}

function failureOf(
  { worker: ready, giveBack }: Connected,
  { body, messageId, receiptHandle, attributes }: SQSRecord,
) {
  const tries = Number(attributes.ApproximateReceiveCount);
  const job = readJob(body);
  const started = ready.now();
  const told = () => ({
    job: job?.kind,
    milliseconds: ready.now() - started,
    // How long it waited in the queue.
    age: started - Number(attributes.SentTimestamp),
  });
  return traced(messageId, async () => {
    try {
      // A newer version's job waits for the newer version; what nobody can read ends up among the dead letters.
      if (job === undefined) throw new UnreadableJob('The message holds no job.');
      await tryJob(ready, job, tries >= JOB_TRIES);
      ready.log({ level: 'info', event: 'job', outcome: 'ok', ...told() });
      return undefined;
    } catch (error) {
      ready.log({
        level: 'error',
        event: 'job failed',
        ...describeError(error),
        outcome: 'failed',
        ...told(),
      });
      if (tries < JOB_TRIES) await giveBack(receiptHandle, tries);
      return { itemIdentifier: messageId };
    }
  });
}

function connectOnce(): Connected {
  const settings = readSettings(process.env);
  const { queueUrl } = settings;
  const { fetch, now } = realWorld;
  return {
    worker: connectWorker(settings, lambdaEffects(settings, 'worker')),
    giveBack:
      queueUrl === undefined
        ? async () => undefined
        : sqsGiveBack({ queueUrl, env: process.env, fetch, now }),
  };
}

class UnreadableJob extends Error {
  override readonly name = 'UnreadableJob';
}
