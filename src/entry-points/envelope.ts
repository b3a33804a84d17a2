import * as z from 'zod/mini';
import { signatureOf, type UrlEvent, type UrlResult } from '../bot/guard.ts';

/** What Slack sends through a socket in place of an HTTP request (docs.slack.dev/apis/events-api/using-socket-mode). */
export type Envelope = z.output<typeof envelope>;

const payload = z.record(z.string(), z.unknown());

const envelope = z
  .object({
    envelope_id: z.string().check(z.minLength(1), z.maxLength(200)),
    type: z.enum(['slash_commands', 'interactive', 'events_api']),
    payload,
    accepts_response_payload: z._default(z.boolean(), false),
    retry_attempt: z.nullish(z.int()),
    retry_reason: z.nullish(z.string()),
  })
  // Slack's client throws where nobody catches over an event without a type.
  .check(z.refine(({ type, payload }) => type !== 'events_api' || event.safeParse(payload).success));

const event = z.object({ event: z.object({ type: z.string() }) });

/** An envelope at its edge; `undefined` for anything else that comes through a socket. */
export const readEnvelope = (message: unknown): Envelope | undefined => envelope.safeParse(message).data;

/**
 * The HTTP request that Slack would have sent, for the one handler of every way to run. A socket brings no signature: Slack
 * vouches for it by the connection, which only the app-level token opens. So it is signed here, as of `receivedAt`.
 */
export function requestOf(sent: Envelope, signingSecret: string, receivedAt: number): UrlEvent {
  const { type, retry_attempt: retry, retry_reason: reason } = sent;
  const body = bodyOf(sent);
  const timestamp = String(Math.floor(receivedAt / 1000));
  return {
    body,
    headers: {
      'content-type': type === 'events_api' ? 'application/json' : 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': signatureOf(body, timestamp, signingSecret),
      ...(retry ? { 'x-slack-retry-num': String(retry) } : {}),
      ...(reason ? { 'x-slack-retry-reason': reason } : {}),
    },
  };
}

/** What an HTTP answer says, as an acknowledgement carries it; `undefined` where there is nothing to say. */
export function replyOf({ headers = {}, body }: UrlResult): Readonly<Record<string, unknown>> | undefined {
  if (body === '') return undefined;
  const type = Object.entries(headers).find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '';
  if (!type.startsWith('application/json')) return { text: body };
  return payload.safeParse(JSON.parse(body)).data;
}

/** Where a command may be answered besides; other envelopes name no place for an answer of their own. */
export function responseUrlOf({ type, payload }: Envelope): string | undefined {
  return type === 'slash_commands' ? z.string().safeParse(payload['response_url']).data : undefined;
}

function bodyOf({ type, payload }: Envelope): string {
  if (type === 'events_api') return JSON.stringify(payload);
  if (type === 'interactive') return new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
  // A form leaves out what has no value.
  const fields = Object.entries(payload).filter(([, value]) => value !== null && typeof value !== 'object');
  return new URLSearchParams(
    fields.map(([name, value]): [string, string] => [name, String(value)]),
  ).toString();
}
