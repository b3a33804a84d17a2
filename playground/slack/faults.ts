/** What can be made to go wrong with the app's calls to Slack. */
export const FAULT_KINDS = [
  'none',
  'rate_limited',
  'server_error',
  'time_out',
  'lost_answer',
  'is_archived',
  'account_inactive',
  'token_revoked',
] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

export type Faults = {
  readonly set: (kind: FaultKind) => void;
  readonly current: () => FaultKind;
  /** The answer that a call gets after it was carried out; `undefined` when nothing is wrong. */
  readonly answerAfter: () => Response | undefined;
  /** The answer that a call gets instead of a real one; `undefined` when nothing is wrong. */
  readonly answer: (signal: AbortSignal | null) => Promise<Response> | undefined;
};

/** Faults stay until they are set to `none`. */
export function createFaults(): Faults {
  let kind: FaultKind = 'none';
  return {
    set(next) {
      kind = next;
    },
    current: () => kind,
    answerAfter: () => (kind === 'lost_answer' ? brokenAnswer() : undefined),
    answer(signal) {
      switch (kind) {
        case 'none':
        case 'lost_answer':
          return undefined;
        case 'rate_limited':
          return Promise.resolve(
            Response.json(
              { ok: false, error: 'ratelimited' },
              { status: 429, headers: { 'retry-after': '30' } },
            ),
          );
        case 'server_error':
          return Promise.resolve(brokenAnswer());
        case 'time_out':
          return untilAborted(signal);
        default:
          // Slack's own words for a channel that is archived, a member who has left, an app that is gone.
          return Promise.resolve(Response.json({ ok: false, error: kind }));
      }
    },
  };
}

function brokenAnswer(): Response {
  return new Response('upstream connect error', { status: 500 });
}

/** Never answers: the caller has to give up by itself. */
function untilAborted(signal: AbortSignal | null): Promise<Response> {
  return new Promise((_resolve, reject) => {
    if (signal?.aborted) reject(signal.reason);
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
