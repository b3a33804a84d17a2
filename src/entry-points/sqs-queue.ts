import type { Job } from '../bot/jobs/job.ts';
import { type SqsOptions, sqsRequest } from './sqs-request.ts';

/** AWS delays a message no longer. */
const LONGEST_DELAY_S = 900;

/** Sends jobs to a queue of Amazon SQS. One that is queued twice is done once. */
export function sqsQueue(options: SqsOptions): (job: Job, after?: number) => Promise<void> {
  const request = sqsRequest(options);
  return (job, after = 0) => {
    const delay = Math.min(Math.ceil(after / 1000), LONGEST_DELAY_S);
    const message = { MessageBody: JSON.stringify(job), ...(delay > 0 ? { DelaySeconds: delay } : {}) };
    return request('SendMessage', message);
  };
}
