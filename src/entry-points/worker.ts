import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { describeError } from '../bot/describe-error.ts';
import { readJob } from '../bot/jobs/job.ts';
import { tryJob } from '../bot/jobs/run-job.ts';
import { JOB_TRIES } from '../bot/jobs/tries.ts';
import type { Worker } from '../bot/jobs/worker.ts';
import { connectWorker } from './connect-worker.ts';
import { lambdaEffects } from './lambda-effects.ts';
import { readSettings } from './settings.ts';
import { settingsTold } from './settings-told.ts';
import { traced } from './trace.ts';

let worker: Worker | undefined;

/**
 * The Lambda function behind the queue: does the jobs of a batch, each on its own, and names those that the queue has to
 * deliver again. A job that fails again and again ends up among the dead letters.
 */
export async function handler(event: SQSEvent): Promise<SQSBatchResponse> {
  worker ??= settingsTold(connectOnce);
  const ready = worker;
  const failed = await Promise.all(event.Records.map((record) => failureOf(ready, record)));
  return { batchItemFailures: failed.flatMap((failure) => failure ?? []) };
}

function failureOf(ready: Worker, { body, messageId, attributes }: SQSRecord) {
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
      await tryJob(ready, job, Number(attributes.ApproximateReceiveCount) >= JOB_TRIES);
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
      return { itemIdentifier: messageId };
    }
  });
}

function connectOnce(): Worker {
  const settings = readSettings(process.env);
  return connectWorker(settings, lambdaEffects(settings, 'worker'));
}

class UnreadableJob extends Error {
  override readonly name = 'UnreadableJob';
}
