import { type SqsOptions, sqsRequest } from './sqs-request.ts';

/** Half a minute after the first try, and two after the second. */
const FIRST_PAUSE_S = 30;
const GROWS = 4;

/**
 * Has a message that failed for the `tries`th time delivered again soon: by itself it would come when the time is over that a
 * worker has for a batch, which is long for somebody who waits. It never rejects, since the message comes then at the latest.
 */
export function sqsGiveBack(options: SqsOptions): (receiptHandle: string, tries: number) => Promise<void> {
  const request = sqsRequest(options);
  return (receiptHandle, tries) =>
    request('ChangeMessageVisibility', {
      ReceiptHandle: receiptHandle,
      VisibilityTimeout: FIRST_PAUSE_S * GROWS ** (tries - 1),
    }).catch(() => undefined);
}
