import { createHmac, timingSafeEqual } from 'node:crypto';
import type { LambdaFunctionURLResult } from 'aws-lambda';
import type { AppOptions } from '../../playground/slack/app-options.ts';
import type { Handler } from '../../playground/slack/delivery.ts';
import {
  confirmation,
  EVERY_ELEMENT,
  EVERY_INPUT,
  HOME,
  modal,
  option,
  plain,
  SMALL_MODAL,
} from './fake-blocks.ts';

/** A payload of Slack's, read without care: this is test support. */
// biome-ignore lint/suspicious/noExplicitAny: payloads are looked at by tests only
type Loose = any;

export type FakeApp = {
  readonly create: (options: AppOptions) => Handler;
  /** Everything the app was sent, in order: forms of commands, payloads, event envelopes. */
  readonly heard: Loose[];
  /** Headers of the requests, in the same order. */
  readonly headers: Readonly<Record<string, string | undefined>>[];
  options: AppOptions | undefined;
  /** Lets the answer to `/track slow` go. */
  readonly release: () => void;
  /** Publishes a Home for Ana, out of its own turn. */
  readonly publish: (view: object) => Promise<unknown>;
};

const json = (body: unknown): LambdaFunctionURLResult => ({
  statusCode: 200,
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify(body),
});
const EMPTY = { statusCode: 200, body: '' };

/** A small app that shows every way in which an app can answer, for tests of the playground itself. */
export function createFakeApp(): FakeApp {
  const held = Promise.withResolvers<void>();
  const app: FakeApp = { heard: [], headers: [], options: undefined, create, release: held.resolve, publish };

  async function publish(view: object): Promise<unknown> {
    if (!app.options) throw new Error('the app has not been made');
    return callSlack(app.options, 'views.publish', { user_id: 'U0ANA00001', view });
  }

  function create(options: AppOptions): Handler {
    app.options = options;
    return async (event) => {
      const body = event.isBase64Encoded
        ? Buffer.from(event.body ?? '', 'base64').toString('utf8')
        : (event.body ?? '');
      if (!isSigned(event.headers, body, options.signingSecret)) return { statusCode: 401, body: '' };
      const form = Object.fromEntries(new URLSearchParams(body));
      const isForm = event.headers['content-type'] === 'application/x-www-form-urlencoded';
      const payload: Loose = isForm
        ? form['payload']
          ? JSON.parse(form['payload'])
          : form
        : JSON.parse(body);
      app.heard.push(payload);
      app.headers.push(event.headers);
      if (payload.text === 'slow') await held.promise;
      return answer(payload, options);
    };
  }
  return app;
}

/** Calls the Web API as an app does. */
export async function callSlack(
  { slackApiUrl, botToken, fetch }: AppOptions,
  method: string,
  params: object,
): Promise<Loose> {
  const response = await fetch(`${slackApiUrl}${method}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${botToken}`, 'content-type': 'application/json' },
    body: JSON.stringify(params),
  });
  return response.json();
}

export async function postReply({ fetch }: AppOptions, url: string, reply: object): Promise<number> {
  const headers = { 'content-type': 'application/json' };
  return (await fetch(url, { method: 'POST', headers, body: JSON.stringify(reply) })).status;
}

async function answer(payload: Loose, options: AppOptions): Promise<LambdaFunctionURLResult> {
  if (payload.command) return command(payload, options);
  switch (payload.type) {
    case 'block_actions':
      return action(payload, options);
    case 'view_submission':
      return submission(payload, options);
    case 'block_suggestion':
      return json({ options: ['Alpha', 'Beta'].filter((name) => name.includes(payload.value)).map(option) });
    case 'event_callback':
      return event(payload, options);
    default:
      return EMPTY;
  }
}

async function command(form: Loose, options: AppOptions): Promise<LambdaFunctionURLResult> {
  switch (form.text) {
    case '':
      await callSlack(options, 'views.open', { trigger_id: form.trigger_id, view: modal('') });
      return EMPTY;
    case 'all inputs':
      await callSlack(options, 'views.open', { trigger_id: form.trigger_id, view: EVERY_INPUT });
      return EMPTY;
    case 'choose':
      await callSlack(options, 'views.open', { trigger_id: form.trigger_id, view: SMALL_MODAL });
      return EMPTY;
    case 'crash':
      return { statusCode: 500, body: 'no' };
    case 'throw':
      throw new Error('thrown');
    case 'too long':
      return json({ text: 'Long', blocks: [{ type: 'header', text: plain('x'.repeat(151)) }] });
    case 'text':
      return { statusCode: 200, body: 'Plain words' };
    case 'everyone':
      return json({ response_type: 'in_channel', text: 'For everyone' });
    case 'all elements':
      return json({ text: 'Elements', blocks: EVERY_ELEMENT });
    default:
      return json(confirmation(`Logged ${form.text}`));
  }
}

async function action(payload: Loose, options: AppOptions): Promise<LambdaFunctionURLResult> {
  const [pressed] = payload.actions;
  if (pressed.action_id === 'edit') {
    await callSlack(options, 'views.open', {
      trigger_id: payload.trigger_id,
      view: modal(payload.response_url),
    });
  }
  if (pressed.action_id === 'undo')
    await postReply(options, payload.response_url, { replace_original: true, text: 'Undone' });
  return pressed.action_id === 'crash' ? { statusCode: 500, body: '' } : EMPTY;
}

async function submission({ view }: Loose, options: AppOptions): Promise<LambdaFunctionURLResult> {
  const time = view.state.values.time?.time.value;
  if (time === 'bad')
    return json({ response_action: 'errors', errors: { time: 'Say how long, such as 45m.' } });
  if (time === 'update') return json({ response_action: 'update', view: modal('', 'Updated') });
  if (time === 'push') return json({ response_action: 'push', view: modal('', 'Pushed') });
  if (time === 'wrong') return json({ response_action: 'errors', errors: { nowhere: 'x' } });
  if (view.private_metadata) {
    await postReply(options, view.private_metadata, {
      replace_original: true,
      ...confirmation(`Saved ${time}`),
    });
  }
  return EMPTY;
}

async function event({ event: inner }: Loose, options: AppOptions): Promise<LambdaFunctionURLResult> {
  if (inner.type !== 'app_home_opened') return { statusCode: 500, body: '' };
  await callSlack(options, 'views.publish', { user_id: inner.user, view: { type: 'home', blocks: HOME } });
  return EMPTY;
}

function isSigned(
  headers: Readonly<Record<string, string | undefined>>,
  body: string,
  secret: string,
): boolean {
  const base = `v0:${headers['x-slack-request-timestamp']}:${body}`;
  const expected = `v0=${createHmac('sha256', secret).update(base).digest('hex')}`;
  const given = headers['x-slack-signature'] ?? '';
  return given.length === expected.length && timingSafeEqual(Buffer.from(given), Buffer.from(expected));
}
