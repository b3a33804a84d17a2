import { App, AwsLambdaReceiver } from '@slack/bolt';
import type { UrlEvent } from '../src/bot/guard.ts';
import { SECRET } from './support.ts';

type Ack = Parameters<Parameters<App['command']>[1]>[0]['ack'];

/** Bolt set up as the bot sets it up, with a listener that gives a finished answer. */
export function emptyBolt(answer: Parameters<Ack>[0]) {
  const receiver = new AwsLambdaReceiver({ signingSecret: SECRET, signatureVerification: false });
  const app = new App({
    receiver,
    authorize: async () => ({ botToken: 'xoxb-none' }),
    convoStore: false,
    ignoreSelf: false,
  });
  app.command('/track', ({ ack }) => ack(answer));
  const handle = receiver.toHandler();
  return async ({ headers, body = '' }: UrlEvent) => {
    const { statusCode } = await handle(
      {
        version: '2.0',
        routeKey: '$default',
        rawPath: '/slack/events',
        rawQueryString: '',
        requestContext: {},
        isBase64Encoded: false,
        body,
        headers: { ...headers },
      },
      {},
    );
    if (statusCode !== 200) throw new Error(`Bolt answered ${statusCode}`);
  };
}
