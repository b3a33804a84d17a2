import { createHmac, randomUUID } from 'node:crypto';
import type { Context, LambdaFunctionURLEvent } from 'aws-lambda';

/** A request as Slack sends it; form bodies for commands and interactions, JSON for events. */
export type SlackRequest = {
  readonly contentType: 'application/x-www-form-urlencoded' | 'application/json';
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
};

/** The request as a Lambda Function URL hands it over, signed at `now` (milliseconds). Forms are base64 there. */
export function signedEvent(
  request: SlackRequest,
  signingSecret: string,
  now: number,
  host = 'localhost',
): LambdaFunctionURLEvent {
  const timestamp = String(Math.floor(now / 1000));
  const signature = createHmac('sha256', signingSecret)
    .update(`v0:${timestamp}:${request.body}`)
    .digest('hex');
  const isForm = request.contentType === 'application/x-www-form-urlencoded';
  const path = '/slack/events';
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath: path,
    rawQueryString: '',
    headers: {
      host,
      'content-type': request.contentType,
      'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': `v0=${signature}`,
      ...request.headers,
    },
    requestContext: {
      accountId: 'anonymous',
      apiId: 'playground',
      domainName: 'localhost',
      domainPrefix: 'playground',
      http: { method: 'POST', path, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'Slackbot 1.0' },
      requestId: randomUUID(),
      routeKey: '$default',
      stage: '$default',
      time: new Date(now).toISOString(),
      timeEpoch: now,
    },
    body: isForm ? Buffer.from(request.body, 'utf8').toString('base64') : request.body,
    isBase64Encoded: isForm,
  };
}

/** What Lambda tells a handler about itself. */
export function lambdaContext(): Context {
  const deadline = performance.now() + 10_000;
  const ignore = () => undefined;
  return {
    callbackWaitsForEmptyEventLoop: false,
    functionName: 'playground',
    functionVersion: '$LATEST',
    invokedFunctionArn: 'arn:aws:lambda:local:000000000000:function:playground',
    memoryLimitInMB: '512',
    awsRequestId: randomUUID(),
    logGroupName: 'playground',
    logStreamName: 'playground',
    getRemainingTimeInMillis: () => Math.max(0, deadline - performance.now()),
    done: ignore,
    fail: ignore,
    succeed: ignore,
  };
}
