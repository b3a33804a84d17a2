import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Instant } from '../time.ts';

/** What the guard reads of a Lambda Function URL event. */
export type UrlEvent = {
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly body?: string | undefined;
  readonly isBase64Encoded?: boolean;
  /** The path of the request, without what follows a question mark. */
  readonly rawPath?: string;
  readonly requestContext?: { readonly http?: { readonly method?: string } };
};

/** The HTTP answer of every way to run. */
export type UrlResult = {
  readonly statusCode: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** What the browser is to keep, apart from the headers, as a Function URL wants it (AWS Lambda: response payload). */
  readonly cookies?: string[];
  readonly body: string;
  /** True where `body` is bytes that no text can carry. */
  readonly isBase64Encoded?: boolean;
};

/** A request that is Slack's own: whole, recent, signed, and well formed. */
export type SignedRequest = {
  readonly body: string;
  readonly contentType: 'application/json' | 'application/x-www-form-urlencoded';
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** The signed `X-Slack-Request-Timestamp`: the `now` of a command, the same when the request is repeated. */
  readonly requestedAt: Instant;
};

export type Verdict =
  | { readonly kind: 'accepted'; readonly request: SignedRequest }
  | { readonly kind: 'answered'; readonly result: UrlResult; readonly reason: string };

/** Slack's own requests are a few kilobytes; a form with every field full stays far below this. */
export const LARGEST_BODY_BYTES = 256 * 1024;

/** How far a signed timestamp may lie from our clock, either way (Slack: five minutes). */
export const SIGNATURE_WINDOW_MS = 5 * 60 * 1000;

/**
 * Decides about a request before any of Bolt's code sees it, since Bolt's Lambda receiver parses before it verifies, takes
 * signatures from the future and reads base64 bodies as ASCII (docs/decisions/0006-guard-before-bolt.md).
 * `now` is the server's clock in milliseconds.
 */
export function inspect(event: UrlEvent, signingSecret: string, now: Instant): Verdict {
  const headers = lowerCased(event.headers ?? {});
  const method = event.requestContext?.http?.method ?? 'POST';
  if (method !== 'POST') return refuse(405, 'method');

  const bytes = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8');
  if (bytes.length > LARGEST_BODY_BYTES) return refuse(413, 'size');
  const body = bytes.toString('utf8');

  const contentType = mediaType(headers['content-type']);
  if (contentType === undefined) return refuse(415, 'content type');
  if (contentType === 'application/x-www-form-urlencoded' && isSslCheck(body)) {
    return { kind: 'answered', result: { statusCode: 200, body: '' }, reason: 'ssl check' };
  }

  const timestamp = headers['x-slack-request-timestamp'] ?? '';
  if (!/^\d{1,12}$/.test(timestamp)) return refuse(401, 'timestamp');
  const requestedAt = Number(timestamp) * 1000;
  if (Math.abs(now - requestedAt) > SIGNATURE_WINDOW_MS) return refuse(401, 'timestamp');
  if (!isSigned(bytes, timestamp, headers['x-slack-signature'] ?? '', signingSecret)) {
    return refuse(401, 'signature');
  }
  if (!isWellFormed(body, contentType)) return refuse(400, 'malformed body');
  return { kind: 'accepted', request: { body, contentType, headers, requestedAt } };
}

/** The signature that Slack sends for a body: `v0=` and the hex HMAC-SHA256 of `v0:{timestamp}:{body}`. */
export function signatureOf(body: string | Buffer, timestamp: string, signingSecret: string): string {
  return `v0=${createHmac('sha256', signingSecret).update(`v0:${timestamp}:`).update(body).digest('hex')}`;
}

function isSigned(bytes: Buffer, timestamp: string, signature: string, signingSecret: string): boolean {
  const expected = Buffer.from(signatureOf(bytes, timestamp, signingSecret));
  const given = Buffer.from(signature);
  return expected.length === given.length && timingSafeEqual(expected, given);
}

function lowerCased(
  headers: Readonly<Record<string, string | undefined>>,
): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

function mediaType(header = ''): SignedRequest['contentType'] | undefined {
  const type = header.split(';', 1)[0]?.trim().toLowerCase();
  return type === 'application/json' || type === 'application/x-www-form-urlencoded' ? type : undefined;
}

function isSslCheck(body: string): boolean {
  return (
    body.length < 1000 && body.includes('ssl_check') && new URLSearchParams(body).get('ssl_check') === '1'
  );
}

function isWellFormed(body: string, contentType: SignedRequest['contentType']): boolean {
  if (contentType === 'application/json') return isJsonObject(body);
  if (!body.includes('payload')) return true;
  const payload = new URLSearchParams(body).get('payload');
  return payload === null || isJsonObject(payload);
}

function isJsonObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

function refuse(statusCode: number, reason: string): Verdict {
  return { kind: 'answered', result: { statusCode, body: '' }, reason };
}
