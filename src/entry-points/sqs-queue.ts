import * as z from 'zod/mini';
import type { Job } from '../bot/jobs/job.ts';
import { type Credentials, signAws } from './aws-signature.ts';
import { SettingsError } from './settings.ts';

export type SqsOptions = {
  readonly queueUrl: string;
  /** Where Lambda puts its function's credentials and region. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly fetch: typeof fetch;
  readonly now: () => number;
};

/**
 * Sends jobs to a queue of Amazon SQS. One signed request of its JSON protocol is all that is wanted of it: its client would
 * add 27 kB to each function (docs/decisions/0020-jobs.md).
 */
export function sqsQueue({
  queueUrl,
  env,
  fetch,
  now,
}: SqsOptions): (job: Job, after?: number) => Promise<void> {
  const access = accessOf(env);
  const { origin, host } = new URL(queueUrl);
  const send = async (body: string): Promise<Sent> => {
    const headers = { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': 'AmazonSQS.SendMessage' };
    const signed = signAws({ ...access, service: 'sqs', now: now(), host, headers, body });
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const answer = await fetch(`${origin}/`, { method: 'POST', headers: signed, body, signal });
    if (answer.ok) return 'taken';
    const type = problem.safeParse(await answer.json().catch(() => undefined)).data?.__type ?? '';
    return { problem: type.split('#').at(-1) ?? '', mayPass: answer.status >= 500 || answer.status === 429 };
  };
  return async (job, after = 0) => {
    const delay = Math.min(Math.ceil(after / 1000), LONGEST_DELAY_S);
    const body = JSON.stringify({
      QueueUrl: queueUrl,
      MessageBody: JSON.stringify(job),
      ...(delay > 0 ? { DelaySeconds: delay } : {}),
    });
    // Queued twice is done once, so a request whose answer was lost is simply sent again.
    for (let tries = 1; ; tries += 1) {
      const sent = await send(body).catch((): Sent => ({ problem: 'no answer', mayPass: true }));
      if (sent === 'taken') return;
      if (!sent.mayPass || tries === MOST_TRIES) throw new QueueError(sent.problem);
    }
  };
}

/** Thrown where the queue does not take a job; its name, which the log shows, ends in AWS's own word for why. */
export class QueueError extends Error {
  override readonly name: string;
  constructor(problem: string) {
    super('The queue did not take the job.');
    this.name = `QueueError ${problem}`.trim();
  }
}

type Sent = 'taken' | { readonly problem: string; readonly mayPass: boolean };

/** A command that hands work over has to answer within Slack's three seconds. */
const TIMEOUT_MS = 800;
const MOST_TRIES = 3;

/** AWS delays a message no longer. */
const LONGEST_DELAY_S = 900;

const problem = z.object({ __type: z.optional(z.string()) });

const given = z.string().check(z.minLength(1));
const environment = z.object({
  AWS_REGION: given,
  AWS_ACCESS_KEY_ID: given,
  AWS_SECRET_ACCESS_KEY: given,
  AWS_SESSION_TOKEN: z.optional(z.string()),
});

function accessOf(env: SqsOptions['env']): Credentials & { readonly region: string } {
  const parsed = environment.safeParse(env);
  if (!parsed.success) {
    const names = parsed.error.issues.map(({ path }) => path.join('.')).join(', ');
    throw new SettingsError(`The queue needs ${names}, which Lambda sets for a function with a role.`);
  }
  const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN, AWS_REGION } = parsed.data;
  return {
    region: AWS_REGION,
    keyId: AWS_ACCESS_KEY_ID,
    secret: AWS_SECRET_ACCESS_KEY,
    ...(AWS_SESSION_TOKEN === undefined ? {} : { sessionToken: AWS_SESSION_TOKEN }),
  };
}
