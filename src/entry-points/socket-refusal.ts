import * as z from 'zod/mini';

/** Why a connection could not be opened. */
export type SocketRefusal = {
  /** In Slack's word, or in the name of the error; never a message, which may quote an address. */
  readonly problem: string;
  /** False where trying again can't help: Slack knows the request and says no. */
  readonly mayPass: boolean;
  /** How long Slack asks to be left alone, in milliseconds. */
  readonly retryAfter?: number;
};

const answer = z.object({ data: z.object({ error: z.string() }) });
const limited = z.object({ retryAfter: z.number() });
const coded = z.object({ code: z.string() });

/** Answers by which Slack speaks of its own trouble (docs.slack.dev/reference/methods/apps.connections.open). */
const OWN_TROUBLE = [
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'request_timeout',
  'ratelimited',
];

export function readSocketRefusal(error: unknown): SocketRefusal {
  const said = answer.safeParse(error).data?.data.error;
  if (said !== undefined) return { problem: said, mayPass: OWN_TROUBLE.includes(said) };
  const seconds = limited.safeParse(error).data?.retryAfter;
  if (seconds !== undefined) return { problem: 'ratelimited', mayPass: true, retryAfter: seconds * 1000 };
  const code = coded.safeParse(error).data?.code;
  return { problem: code ?? (error instanceof Error ? error.name : 'unknown'), mayPass: true };
}
