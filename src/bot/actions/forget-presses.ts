import { forgetMe, forgetNow } from '../commands/forget-me.ts';
import type { PressHandler } from './press.ts';

/** A question that is older than this is asked again: what is there by now may be another thing. */
const ASKED_FOR_MS = 3_600_000;

/** Forgets the member, if they were asked a moment ago. */
export const forgetPressed: PressHandler = async (call, { value }) => {
  const askedAt = /^\d{1,15}$/.test(value) ? Number(value) : 0;
  const isFresh = askedAt <= call.now && call.now - askedAt <= ASKED_FOR_MS;
  return isFresh ? forgetNow(call) : forgetMe(call);
};
