import type { Bot } from '../bot/create-bot.ts';
import { describeError } from '../bot/describe-error.ts';
import type { Effects } from '../bot/effects.ts';
import { SIGNATURE_WINDOW_MS } from '../bot/guard.ts';
import { replyOf, requestOf, responseUrlOf } from './envelope.ts';
import type { Taken } from './socket-message.ts';
import { traced } from './trace.ts';

export type TakeOptions = Pick<Effects, 'now' | 'fetch' | 'log'> & {
  readonly bot: Bot;
  readonly signingSecret: string;
};

/** How many envelopes are remembered: what comes a second time does so within minutes. */
const REMEMBERED = 10_000;
/** For how long it keeps the time of the first: well within the age at which the guard refuses a request. */
const SAME_MS = SIGNATURE_WINDOW_MS / 2;
const LATE_ANSWER_MS = 3000;

/**
 * Answers envelopes through the one handler of every way to run. A command's `now` is when its envelope came first; the answer
 * to a command whose connection is gone by then takes the way that is left, its response URL.
 */
export function takeEnvelopes({ bot, signingSecret, now, fetch, log }: TakeOptions) {
  const received = new Map<string, number>();
  const firstReceipt = (id: string) => {
    const before = received.get(id) ?? 0;
    const first = now() - before < SAME_MS ? before : now();
    received.set(id, first);
    const [oldest] = received.keys();
    if (oldest !== undefined && received.size > REMEMBERED) received.delete(oldest);
    return first;
  };

  const answerLate = async (url: string, reply: Readonly<Record<string, unknown>>) => {
    const headers = { 'content-type': 'application/json; charset=utf-8' };
    const signal = AbortSignal.timeout(LATE_ANSWER_MS);
    const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(reply), signal });
    await answer.body?.cancel();
    return answer.ok;
  };

  return (taken: Taken): Promise<void> => traced(taken.envelope.envelope_id, () => answer(taken));

  async function answer({ envelope, acknowledge }: Taken): Promise<void> {
    const kind = envelope.type;
    try {
      const result = await bot(requestOf(envelope, signingSecret, firstReceipt(envelope.envelope_id)));
      // What an HTTP request would be refused with has no other sign here: Slack hears nothing, and says so to the person.
      if (result.statusCode >= 400) return;
      const reply = replyOf(result);
      const isSent = await acknowledge(envelope.accepts_response_payload ? reply : undefined).then(
        () => true,
        () => false,
      );
      if (isSent) return;
      const url = responseUrlOf(envelope);
      const isAnswered =
        url !== undefined && reply !== undefined && (await answerLate(url, reply).catch(() => false));
      log({ level: 'warn', event: 'acknowledgement lost', kind, answered: isAnswered });
    } catch (error) {
      log({ level: 'error', event: 'envelope failed', kind, ...describeError(error) });
    }
  }
}
