import { WebAPIRateLimitedError } from '@slack/web-api';

/** A worker's own time is two minutes, in which it may have to wait for several calls. */
const LONGEST_WAIT_S = 20;

/** Slack turned a request away, since it wants to be left alone for so many seconds; nothing was done. */
export class TurnedAwayError extends Error {
  override readonly name = 'TurnedAwayError';
  readonly retryAfter: number;

  constructor(retryAfter: number) {
    super('Slack wants to be left alone.');
    this.retryAfter = retryAfter;
  }
}

/** What a call that is turned away gives when it is done once more after the time that Slack names, where that is not long. */
export async function patiently<Answer>(
  pause: (milliseconds: number) => Promise<unknown>,
  call: () => Promise<Answer>,
): Promise<Answer> {
  try {
    return await call();
  } catch (error) {
    const seconds = waitOf(error);
    if (seconds === undefined || seconds > LONGEST_WAIT_S) throw error;
    await pause(seconds * 1000);
    return call();
  }
}

function waitOf(error: unknown): number | undefined {
  const isTurnedAway = error instanceof WebAPIRateLimitedError || error instanceof TurnedAwayError;
  return isTurnedAway ? error.retryAfter : undefined;
}
