import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { readJob } from '../bot/jobs/job.ts';
import { runJob } from '../bot/jobs/run-job.ts';
import type { Worker } from '../bot/jobs/worker.ts';
import { connectWorker } from './connect-worker.ts';
import { lambdaEffects } from './lambda-effects.ts';
import { writeLog } from './log.ts';
import { readSettings } from './settings.ts';

let worker: Worker | undefined;

/**
 * The Lambda function behind the queue: does the jobs of a batch, each on its own, and names those that the queue has to
 * deliver again. A job that fails again and again ends up among the dead letters.
 */
export async function handler(event: SQSEvent): Promise<SQSBatchResponse> {
  worker ??= connectOnce();
  const ready = worker;
  const failed = await Promise.all(event.Records.map((record) => failureOf(ready, record)));
  return { batchItemFailures: failed.flatMap((failure) => failure ?? []) };
}

async function failureOf(ready: Worker, { body, messageId }: SQSRecord) {
  const job = readJob(body);
  try {
    // A newer version's job waits for the newer version; what nobody can read ends up among the dead letters.
    if (job === undefined) throw new UnreadableJob('The message holds no job.');
    await runJob(ready, job);
    return undefined;
  } catch (error) {
    const problem = error instanceof Error ? error.name : 'unknown';
    writeLog({ level: 'error', event: 'job failed', job: job?.kind, problem });
    return { itemIdentifier: messageId };
  }
}

function connectOnce(): Worker {
  const settings = readSettings(process.env);
  return connectWorker(settings, lambdaEffects(settings));
}

class UnreadableJob extends Error {
  override readonly name = 'UnreadableJob';
}
