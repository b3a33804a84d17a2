import * as z from 'zod/mini';
import { type Credentials, signAws } from './aws-signature.ts';
import { SettingsError } from './settings.ts';

export type SqsOptions = {
  readonly queueUrl: string;
  /** Where Lambda puts its function's credentials and region. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly fetch: typeof fetch;
  readonly now: () => number;
};

/** Sends one request to a queue; a request whose answer was lost is sent again. Throws {@link QueueError} where it is refused. */
export type SqsRequest = (action: 'SendMessage' | 'ChangeMessageVisibility', input: object) => Promise<void>;

/**
 * Amazon SQS, by its JSON protocol. Two kinds of signed request are all that is wanted of it: its client would add 27 kB to
 * each function (docs/decisions/0020-jobs.md).
 */
export function sqsRequest({ queueUrl, env, fetch, now }: SqsOptions): SqsRequest {
  const access = accessOf(env);
  const { origin, host } = new URL(queueUrl);
  const send = async (action: string, body: string): Promise<Sent> => {
    const headers = { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': `AmazonSQS.${action}` };
    const signed = signAws({ ...access, service: 'sqs', now: now(), host, headers, body });
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const answer = await fetch(`${origin}/`, { method: 'POST', headers: signed, body, signal });
    if (answer.ok) return 'taken';
    const type = problem.safeParse(await answer.json().catch(() => undefined)).data?.__type ?? '';
    return { problem: type.split('#').at(-1) ?? '', mayPass: answer.status >= 500 || answer.status === 429 };
  };
  return async (action, input) => {
    const body = JSON.stringify({ QueueUrl: queueUrl, ...input });
    for (let tries = 1; ; tries += 1) {
      const sent = await send(action, body).catch((): Sent => ({ problem: 'no answer', mayPass: true }));
      if (sent === 'taken') return;
      if (!sent.mayPass || tries === MOST_TRIES) throw new QueueError(sent.problem);
    }
  };
}

/** Thrown where the queue does not take a request; its name, which the log shows, ends in AWS's own word for why. */
export class QueueError extends Error {
  override readonly name: string;
  constructor(problem: string) {
    super('The queue did not take the request.');
    this.name = `QueueError ${problem}`.trim();
  }
}

type Sent = 'taken' | { readonly problem: string; readonly mayPass: boolean };

/** A command that hands work over has to answer within Slack's three seconds. */
const TIMEOUT_MS = 800;
const MOST_TRIES = 3;

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
    throw new SettingsError(`${names}: missing: the queue needs what Lambda sets for a function with a role`);
  }
  const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN, AWS_REGION } = parsed.data;
  return {
    region: AWS_REGION,
    keyId: AWS_ACCESS_KEY_ID,
    secret: AWS_SECRET_ACCESS_KEY,
    ...(AWS_SESSION_TOKEN === undefined ? {} : { sessionToken: AWS_SESSION_TOKEN }),
  };
}
