import { signatureOf, type UrlEvent } from '../../src/bot/guard.ts';

export const SECRET = 'test-signing-secret';

export type Signed = {
  readonly secret?: string;
  /** Seconds since 1970, as the header says it. */
  readonly timestamp?: string;
  readonly contentType?: string;
  readonly base64?: boolean;
};

/** A Function URL event for `body`, signed as Slack signs it at `now` (milliseconds). */
export function urlEvent(body: string, now: number, options: Signed = {}): UrlEvent {
  const { secret = SECRET, base64 = false } = options;
  const timestamp = options.timestamp ?? String(Math.floor(now / 1000));
  return {
    headers: {
      'content-type': options.contentType ?? 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': signatureOf(body, timestamp, secret),
    },
    body: base64 ? Buffer.from(body, 'utf8').toString('base64') : body,
    isBase64Encoded: base64,
    requestContext: { http: { method: 'POST' } },
  };
}

/** The form body of a slash command. */
export function commandBody(text: string, fields: Readonly<Record<string, string>> = {}): string {
  return new URLSearchParams({
    command: '/track',
    text,
    team_id: 'T000000001',
    user_id: 'U0ANA00001',
    channel_id: 'C000000001',
    trigger_id: `1.2.${text.length}`,
    response_url: 'http://127.0.0.1:1/response/none',
    api_app_id: 'A0STINT001',
    ...fields,
  }).toString();
}
