import * as z from 'zod/mini';
import { type Envelope, readEnvelope } from './envelope.ts';

/** What comes through a socket. */
export type SocketMessage =
  | { readonly kind: 'hello' }
  /** Slack is about to close the connection, which it does every few hours. */
  | { readonly kind: 'fading'; readonly reason: string }
  | { readonly kind: 'envelope' }
  | { readonly kind: 'unknown' };

const greeting = z.object({ type: z.literal('hello') });
const farewell = z.object({ type: z.literal('disconnect'), reason: z._default(z.string(), 'not said') });

/** One message of Slack's, as its text came. */
export function readSocketMessage(data: unknown): SocketMessage {
  const message = typeof data === 'string' ? parsed(data) : undefined;
  if (greeting.safeParse(message).success) return { kind: 'hello' };
  const fading = farewell.safeParse(message).data;
  if (fading !== undefined) return { kind: 'fading', reason: fading.reason };
  return { kind: readEnvelope(message) === undefined ? 'unknown' : 'envelope' };
}

/** Acknowledges an envelope on the connection that brought it; rejects where that is gone. */
export type Acknowledge = (reply?: Readonly<Record<string, unknown>>) => Promise<void>;

export type Taken = { readonly envelope: Envelope; readonly acknowledge: Acknowledge };

const emitted = z.looseObject({
  body: z.unknown(),
  retry_num: z.unknown(),
  ack: z.custom<Acknowledge>((value) => typeof value === 'function'),
});

/** An envelope as Slack's client hands it out, with what acknowledges it. */
export function readTaken(event: unknown): Taken | undefined {
  const parsed = emitted.safeParse(event).data;
  if (parsed === undefined) return undefined;
  const { ack, body, retry_num, ...rest } = parsed;
  const envelope = readEnvelope({ ...rest, payload: body, retry_attempt: retry_num });
  return envelope === undefined ? undefined : { envelope, acknowledge: ack };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
