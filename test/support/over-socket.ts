import type { Bot } from '../../src/bot/create-bot.ts';
import type { UrlEvent } from '../../src/bot/guard.ts';
import { keepSockets, type Sockets } from '../../src/entry-points/keep-sockets.ts';
import { type TakeOptions, takeEnvelopes } from '../../src/entry-points/take-envelope.ts';
import { APP_TOKEN, type SocketSlack, startSocketSlack } from './socket-slack.ts';

export type OverSocket = {
  readonly slack: SocketSlack;
  readonly sockets: Sockets;
  /** Takes a request as Slack would send it by HTTP through a socket to the bot, and brings the acknowledgement back as an answer. */
  readonly send: Bot;
  readonly stop: () => Promise<void>;
};

/** Connects a bot to Slack's side of Socket Mode, by real sockets. */
export async function overSocket(options: TakeOptions): Promise<OverSocket> {
  const slack = await startSocketSlack();
  const take = takeEnvelopes(options);
  const { log } = options;
  const sockets = keepSockets({ appToken: APP_TOKEN, slackApiUrl: slack.apiUrl, log, take });
  await sockets.ready;
  let count = 0;
  return {
    slack,
    sockets,
    async send(event) {
      count += 1;
      const [end] = slack.ends();
      const { payload } = (await end?.send({ envelope_id: `carried-${count}`, ...envelopeOf(event) })) ?? {};
      const isEmpty = payload === undefined || JSON.stringify(payload) === '{}';
      const headers = { 'content-type': 'application/json' };
      return { statusCode: 200, headers, body: isEmpty ? '' : JSON.stringify(payload) };
    },
    async stop() {
      await sockets.stop();
      await slack.stop();
    },
  };
}

function envelopeOf({ headers = {}, body = '', isBase64Encoded }: UrlEvent) {
  const text = isBase64Encoded === true ? Buffer.from(body, 'base64').toString('utf8') : body;
  if (headers['content-type'] === 'application/json') {
    return {
      type: 'events_api',
      accepts_response_payload: false,
      payload: JSON.parse(text),
      retry_attempt: 0,
    };
  }
  const form = new URLSearchParams(text);
  const payload = form.get('payload');
  if (payload === null) {
    return { type: 'slash_commands', accepts_response_payload: true, payload: Object.fromEntries(form) };
  }
  const interaction = JSON.parse(payload);
  const accepts = ['view_submission', 'block_suggestion'].includes(interaction.type);
  return { type: 'interactive', accepts_response_payload: accepts, payload: interaction };
}
