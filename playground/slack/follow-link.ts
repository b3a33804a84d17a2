import type { Handler } from './delivery.ts';
import { lambdaContext, signedEvent } from './signed-event.ts';

/** What a browser gets that follows a link to the app. */
export type Followed = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Buffer;
};

/** Asks the app for a page as a browser does: without a body, and without a signature that counts. */
export async function follow(handler: Handler, path: string): Promise<Followed> {
  const request = signedEvent({ contentType: 'application/json', body: '' }, 'nobody’s secret', 0);
  const { requestContext } = request;
  const http = { ...requestContext.http, method: 'GET', path };
  const event = { ...request, rawPath: path, body: '', requestContext: { ...requestContext, http } };
  const result = await handler(event, lambdaContext());
  if (typeof result === 'string') return { status: 200, headers: {}, bytes: Buffer.from(result) };
  const { statusCode = 200, headers = {}, body = '', isBase64Encoded = false } = result;
  return {
    status: statusCode,
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])),
    bytes: Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8'),
  };
}
