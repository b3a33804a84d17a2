import type { Fields } from '../block-kit/problem.ts';
import type { Delivery } from './delivery.ts';
import { eventCallback } from './payloads.ts';

export type Events = {
  /** Resolves after the first attempt; retries go on by themselves. */
  readonly send: (event: Fields, teamId: string) => Promise<void>;
  readonly stop: () => void;
};

/** Slack tries an event again at once, after a minute and after five. */
export const RETRY_DELAYS_MS: readonly number[] = [0, 60_000, 300_000];

/** Events are the only requests that Slack repeats; a repeated one has the same body and says why it comes again. */
export function createEvents(delivery: Delivery, now: () => number, retryDelaysMs = RETRY_DELAYS_MS): Events {
  const timers = new Set<NodeJS.Timeout>();

  async function attempt(event: Fields, callback: Fields, retry: number, reason: string): Promise<void> {
    const again = retry > 0 && { 'x-slack-retry-num': `${retry}`, 'x-slack-retry-reason': reason };
    const name = `${event['type']}${retry > 0 ? `, retry ${retry}` : ''}`;
    const body = JSON.stringify(callback);
    const request = { contentType: 'application/json', body, headers: { ...again } } as const;
    const delivered = await delivery(name, request, callback);
    const delay = retryDelaysMs[retry];
    if (delivered.kind === 'answered' || delay === undefined) return;
    const why = delivered.error === 'operation_timeout' ? 'http_timeout' : 'http_error';
    const timer = setTimeout(() => {
      timers.delete(timer);
      void attempt(event, callback, retry + 1, why);
    }, delay);
    timers.add(timer);
  }

  return {
    send: (event, teamId) => attempt(event, eventCallback(event, now(), teamId), 0, ''),
    stop() {
      for (const timer of timers) clearTimeout(timer);
    },
  };
}
