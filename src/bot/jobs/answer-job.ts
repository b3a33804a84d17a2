import type { Reply } from '../slack/blocks.ts';
import type { Slack } from '../slack/web.ts';
import type { AwaitedJob } from './claim-job.ts';
import type { Worker } from './worker.ts';

/** Where somebody waits for an answer, and how it gets there. */
export type AnswerPlace = { readonly url: string; readonly how: Parameters<Slack['respond']>[2] };

/** Brings what was promised to where it was asked for. What Slack does not take is in the log: nobody else learns of it. */
export async function answerJob(
  { log, respond }: Pick<Worker, 'log' | 'respond'>,
  { kind }: Pick<AwaitedJob, 'kind'>,
  { url, how }: AnswerPlace,
  reply: Reply,
): Promise<void> {
  if (!(await respond(url, reply, how))) log({ level: 'warn', event: 'answer not told', job: kind });
}
