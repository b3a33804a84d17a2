import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import type { Member } from '../../src/member.ts';
import { readEntries } from '../../src/store/read-entries.ts';
import { instantFromIso, isoOf } from '../../src/time.ts';
import { type BundledSlack, startBundledSlack } from '../support/bundled-slack.ts';
import { commandBody, urlEvent } from '../support/slack-requests.ts';

const sample = z.object({
  id: z.string(),
  text: z.string(),
  now: z.string(),
  zone: z.string(),
  expect: z.looseObject({
    kind: z.string(),
    seconds: z.optional(z.number()),
    localDate: z.optional(z.string()),
    start: z.optional(z.string()),
    end: z.optional(z.string()),
    tags: z.optional(z.array(z.string())),
    task: z.optional(z.string()),
    measures: z.optional(z.array(z.object({ value: z.number(), unit: z.string() }))),
  }),
});
const samples = z
  .array(sample)
  .parse(JSON.parse(await readFile(new URL('../fixtures/phrases.sample.json', import.meta.url), 'utf8')));

const ZONES = new Map([
  ['U0ANA00001', 'Europe/Madrid'],
  ...samples.map(({ zone }, index) => [`USAMPLE${index}`, zone] as const),
]);
const NOW = Date.UTC(2026, 8, 16, 16, 5);
const ANA: Member = { workspaceId: 'T000000001', memberId: 'U0ANA00001' };
const everyDay = { since: '2026-01-01', until: '2027-12-31' };

let slack: BundledSlack;

beforeAll(async () => {
  slack = await startBundledSlack(ZONES);
});
afterAll(() => slack?.stop());

const entriesOf = async (member = ANA) => (await readEntries(slack.store, member, everyDay)).entries;
const send = (body: string, options = {}) => slack.lambda.send(urlEvent(body, NOW, options), NOW);

describe('the bundle of the Slack function, in a process of its own', () => {
  it('declares no third parameter, which Node 24 on Lambda refuses', () => {
    expect(slack.lambda.parameters).toBeLessThanOrEqual(2);
  });

  it('keeps what a signed command says and answers with the echo', async () => {
    const answer = await send(commandBody('45m #writing task-12', { trigger_id: 'bundle.1' }));
    expect(answer).toMatchObject({
      statusCode: 200,
      json: { response_type: 'ephemeral', text: expect.stringContaining('Logged *45m* · today, Wed 16 Sep') },
    });
    expect(await entriesOf()).toMatchObject([{ seconds: 2700, tags: ['writing'], task: 12 }]);
  });

  it('answers whoever follows a link to a file, though a command never loads what makes one', async () => {
    const link = { rawPath: '/download/not-made-here', requestContext: { http: { method: 'GET' } } };
    expect(await slack.lambda.send(link, NOW)).toMatchObject({
      statusCode: 404,
      body: expect.stringContaining('This link has been used, or is older than 15 minutes.'),
    });
  });

  it('tells of a command in one line: whose, what, how long, what it cost, and of which metrics are made', async () => {
    await send(commandBody('today', { trigger_id: 'bundle.log' }));
    const line: unknown = JSON.parse(slack.lambda.log().trim().split('\n').at(-1) ?? '');
    expect(line).toMatchObject({
      level: 'info',
      event: 'request',
      request: 'a-request-of-lambda',
      kind: 'command',
      name: 'today',
      workspace: 'T000000001',
      member: 'U0ANA00001',
      status: 200,
      outcome: 'ok',
      milliseconds: expect.any(Number),
      requests: 1,
      read: 1,
      write: 0,
      _aws: { CloudWatchMetrics: [{ Namespace: 'Stint', Dimensions: [['Function']] }] },
      Function: 'slack',
      ReadUnits: 1,
      Errors: 0,
    });
  });

  it('reads a base64 form with accents as UTF-8', async () => {
    const body = commandBody('30m café ☕ #été', { trigger_id: 'bundle.2' });
    const answer = await send(body, { base64: true });
    expect(answer.json).toMatchObject({ text: expect.stringContaining('café ☕') });
    expect(await entriesOf()).toContainEqual(expect.objectContaining({ note: 'café ☕', tags: ['été'] }));
  });

  it.each([false, true])('answers the URL verification, JSON with accents, base64 %s', async (base64) => {
    const body = JSON.stringify({ type: 'url_verification', challenge: 'é😀', token: 'x' });
    const answer = await send(body, { contentType: 'application/json', base64 });
    expect(answer).toMatchObject({ statusCode: 200, json: { challenge: 'é😀' } });
  });

  it('refuses what Slack did not send', async () => {
    const body = commandBody('45m', { trigger_id: 'bundle.3' });
    expect((await send(body, { secret: 'another' })).statusCode).toBe(401);
    expect((await slack.lambda.send(urlEvent(body, NOW - 600_000), NOW)).statusCode).toBe(401);
    expect(
      (await slack.lambda.send({ body: '{', headers: { 'content-type': 'application/json' } })).statusCode,
    ).toBe(401);
  });

  it('does nothing on an unknown action or command', async () => {
    const payload = JSON.stringify({
      type: 'block_actions',
      team: { id: 'T000000001' },
      user: { id: 'U0ANA00001' },
      actions: [{ type: 'button', action_id: 'nobody-knows', block_id: 'b' }],
    });
    const answer = await send(new URLSearchParams({ payload }).toString());
    expect(answer.statusCode).toBe(200);
  });

  it('writes nothing of what was typed, no token and no response URL into its log', async () => {
    await send(
      commandBody('45m secret-note-of-ana #private', {
        trigger_id: 'bundle.4',
        response_url: 'http://127.0.0.1:1/response/capability',
      }),
    );
    await send(commandBody('1h on february 30 secret-note-of-ana', { trigger_id: 'bundle.5' }));
    expect(slack.lambda.log()).not.toMatch(
      /secret-note|private|xoxb|capability|bundle\.4|at .*\.cjs:\d+:\d+\)\n/,
    );
  });
});

describe('the sample phrases through the bundle', () => {
  it.each(samples.map((one, index) => [one.id, index, one] as const))(
    '%s',
    async (_, index, { text, now, expect: wanted }) => {
      const instant = instantFromIso(now) ?? Number.NaN;
      const member = { workspaceId: 'T000000001', memberId: `USAMPLE${index}` };
      const body = commandBody(text, { user_id: member.memberId, trigger_id: `sample.${index}` });
      const answer = await slack.lambda.send(urlEvent(body, instant), instant);
      expect(answer.statusCode).toBe(200);
      if (wanted.kind === 'any') return;
      const entries = await entriesOf(member);
      expect(entries).toHaveLength(wanted.kind === 'log' ? 1 : 0);
      const [entry] = entries;
      if (entry === undefined) return;
      const stored = {
        seconds: entry.seconds,
        localDate: entry.date,
        start: entry.clock && isoOf(entry.clock.startedAt),
        end: entry.clock && isoOf(entry.clock.endedAt),
        tags: entry.tags.toSorted(),
        task: entry.task === undefined ? undefined : `task-${entry.task}`,
        measures: entry.measures,
      };
      const { kind: _kind, note: _note, maxMs: _maxMs, ...checked } = wanted;
      expect(stored).toMatchObject({ ...checked, ...(checked.tags && { tags: checked.tags.toSorted() }) });
    },
  );
});
