import { randomBytes } from 'node:crypto';
import * as z from 'zod/mini';
import type { Instant } from '../../time.ts';
import type { Seal } from '../slack/seal.ts';
import { jsonOf } from '../wire/entry-ref.ts';

/** How long one may take from the button to Slack's consent page and back, in milliseconds. */
export const STATE_MS = 10 * 60_000;

const wire = z.object({ nonce: z.string().check(z.regex(/^[\w-]{22}$/)), until: z.int() });

/** What goes through Slack and comes back, and what the browser keeps meanwhile: they must meet again in the same browser. */
export type StatePair = { readonly state: string; readonly nonce: string };

export function newState(seal: Seal, now: Instant): StatePair {
  const nonce = randomBytes(16).toString('base64url');
  return { nonce, state: seal.close(JSON.stringify({ nonce, until: now + STATE_MS })) };
}

/** The nonce of a state that was made here, is still good, and comes back to the browser it was made for. */
export function readState(
  seal: Seal,
  state: string,
  kept: readonly string[],
  now: Instant,
): string | undefined {
  const content = seal.open(state);
  const { data } = wire.safeParse(content === undefined ? undefined : jsonOf(content));
  return data !== undefined && data.until > now && kept.includes(data.nonce) ? data.nonce : undefined;
}
