import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { readEntries } from '../../src/store/read-entries.ts';
import { type BundledSlack, startBundledSlack } from '../support/bundled-slack.ts';
import { commandBody, type Signed, urlEvent } from '../support/slack-requests.ts';

const NOW = Date.UTC(2026, 8, 16, 16, 5);
const ANA = { workspaceId: 'T000000001', memberId: 'U0ANA00001' };
const JSON_TYPE = { contentType: 'application/json' };

let slack: BundledSlack;

beforeAll(async () => {
  slack = await startBundledSlack(new Map([[ANA.memberId, 'Europe/Madrid']]));
});
afterAll(() => slack?.stop());

const send = (body: string, options: Signed = {}) => slack.lambda.send(urlEvent(body, NOW, options), NOW);
const payloadBody = (payload: object) => new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
const notes = async () => {
  const { entries } = await readEntries(slack.store, ANA, { since: '2026-01-01', until: '2027-12-31' });
  return entries.map(({ note }) => note);
};
const asked = (path: string) => slack.slackApi.requests().filter((request) => request.path === path);
const who = { team: { id: ANA.workspaceId }, user: { id: ANA.memberId } };

const button = z.object({ action_id: z.string(), value: z.string() });
const answerWithUndo = z.object({
  blocks: z.array(z.object({ block_id: z.optional(z.string()), elements: z.optional(z.array(z.unknown())) })),
});

/** The undo button of an answer, as Slack sends it when it is pressed. */
function undoOf(answer: unknown): object {
  for (const { block_id, elements = [] } of answerWithUndo.parse(answer).blocks) {
    for (const element of elements) {
      const { data } = button.safeParse(element);
      if (data?.action_id === 'undo') return { type: 'button', block_id, ...data };
    }
  }
  throw new Error('The answer has no undo.');
}

describe('what a bundle loads only when it is asked for', () => {
  it('is there for a command that logs nothing', async () => {
    const answer = await send(commandBody('today', { trigger_id: 'late.1' }));
    expect(answer.json).toMatchObject({ text: expect.stringContaining('Nothing') });
  });

  it('is there for a form, and for what is typed into it', async () => {
    expect(await send(commandBody('', { trigger_id: 'late.2' }))).toMatchObject({
      statusCode: 200,
      body: '',
    });
    const [opened] = asked('views.open');
    const view = z
      .object({ callback_id: z.string(), private_metadata: z.string() })
      .parse(JSON.parse(new URLSearchParams(opened?.body).get('view') ?? ''));
    const submitted = await send(
      payloadBody({
        type: 'view_submission',
        ...who,
        trigger_id: 'late.3',
        view: { id: 'V0000000001', type: 'modal', ...view, state: { values: {} } },
      }),
    );
    expect(submitted).toMatchObject({ statusCode: 200, json: { response_action: 'errors' } });
  });

  it('is there for a press, which undoes what was kept', async () => {
    const answer = await send(commandBody('20m taken back', { trigger_id: 'late.4' }));
    expect(await notes()).toContain('taken back');
    const pressed = await send(
      payloadBody({
        type: 'block_actions',
        ...who,
        trigger_id: 'late.5',
        response_url: `${slack.slackApi.url}response/1`,
        container: { message_ts: '1789574700.000100' },
        actions: [undoOf(answer.json)],
      }),
    );
    expect(pressed.statusCode).toBe(200);
    expect(await notes()).not.toContain('taken back');
    expect(asked('response/1')).toHaveLength(1);
  });

  it('is there for an event in JSON', async () => {
    const event = { type: 'app_home_opened', user: ANA.memberId, channel: 'D000000001', tab: 'home' };
    const body = { type: 'event_callback', team_id: ANA.workspaceId, event_id: 'Ev1', event_time: 1, event };
    expect(await send(JSON.stringify(body), JSON_TYPE)).toMatchObject({ statusCode: 200 });
    expect(asked('views.publish')).toHaveLength(1);
  });
});

describe('what no bundle takes', () => {
  it('answers the certificate check, which is not signed, and keeps nothing', async () => {
    const event = urlEvent('ssl_check=1&token=x', NOW, { secret: 'another' });
    expect(await slack.lambda.send(event, NOW)).toMatchObject({ statusCode: 200, body: '' });
  });

  const huge = commandBody('45m huge', { trigger_id: 'bad.1', padding: 'x'.repeat(300_000) });
  const nonsense = Buffer.from([0, 159, 146, 150, 255, 254, 1]).toString('base64');
  const signed = urlEvent(commandBody('45m bad', { trigger_id: 'bad.2' }), NOW);
  it.each([
    ['a huge body', 413, urlEvent(huge, NOW)],
    ['binary nonsense, not signed', 401, { ...signed, body: nonsense, isBase64Encoded: true }],
    ['text that says it is base64', 401, { ...signed, isBase64Encoded: true }],
    ['half of a body', 401, { ...signed, body: signed.body?.slice(0, 40) }],
    ['no body', 401, { headers: signed.headers ?? {} }],
    ['no headers', 415, { body: signed.body }],
    ['a body of another kind', 415, urlEvent('45m', NOW, { contentType: 'text/plain' })],
    ['a GET', 405, { ...signed, requestContext: { http: { method: 'GET' } } }],
    ['a request of ten minutes ago', 401, urlEvent(commandBody('45m bad'), NOW - 600_000)],
    ['JSON that is cut off, signed', 400, urlEvent('{"type":', NOW, JSON_TYPE)],
    ['JSON without a type, signed', 404, urlEvent('{}', NOW, JSON_TYPE)],
    ['an empty body, signed', 404, urlEvent('', NOW)],
  ])('refuses %s with %s', async (_, status, event) => {
    expect(await slack.lambda.send(event, NOW)).toMatchObject({ statusCode: status });
    expect(await notes()).not.toContain('bad');
    expect(slack.lambda.log()).not.toMatch(/listener failed|undefined is not/);
  });

  it('answers the next request after all that', async () => {
    const answer = await send(commandBody('5m still here', { trigger_id: 'bad.3' }));
    expect(answer.json).toMatchObject({ text: expect.stringContaining('Logged *5m*') });
  });
});
