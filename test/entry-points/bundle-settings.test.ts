import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundled } from '../support/bundled.ts';
import { START } from '../support/engine.ts';
import { type LambdaProcess, startLambda } from '../support/lambda-process.ts';
import { commandBody, urlEvent } from '../support/slack-requests.ts';

const ONE = { SLACK_SIGNING_SECRET: 'not-a-secret-1', SLACK_BOT_TOKEN: 'xoxb-not-a-secret-2' };
const MANY = {
  SLACK_SIGNING_SECRET: 'not-a-secret-1',
  SLACK_CLIENT_ID: '1.2',
  SLACK_CLIENT_SECRET: 'not-a-secret-3',
  STINT_TOKEN_KEY: Buffer.alloc(32, 1).toString('base64'),
};
type Env = Readonly<Record<string, string>>;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bundle-settings-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A function that lacks one of its secrets, for as long as the work takes; whatever it logs holds none of the others. */
async function without(
  name: 'slack' | 'worker' | 'install',
  env: Env,
  missing: string,
  work: (lambda: LambdaProcess) => Promise<string>,
): Promise<void> {
  const file = await bundled(name, folder);
  const given = Object.fromEntries(Object.entries(env).filter(([key]) => key !== missing));
  const lambda = await startLambda(file, { ...given, DYNAMODB_ENDPOINT: 'http://127.0.0.1:1' });
  try {
    const said = await work(lambda);
    expect(lambda.log()).toMatch(new RegExp(`"event":"settings","problem":"[^"]*\\b${missing}: missing`));
    for (const [key, secret] of Object.entries(env))
      if (key !== 'SLACK_CLIENT_ID') expect(`${said}${lambda.log()}`).not.toContain(secret);
  } finally {
    await lambda.stop();
  }
}

const missingOf = (env: Env) => Object.keys(env).map((missing) => [missing, env] as const);

describe('the Slack function that lacks a secret', () => {
  it.each([...missingOf(ONE), ...missingOf(MANY).slice(1)])(
    'names %s to whoever typed and in its log, and to nobody who only looks at its address',
    async (missing, env) => {
      await without('slack', env, missing, async (lambda) => {
        const look = { rawPath: '/', headers: {}, requestContext: { http: { method: 'GET' } } };
        const looked = await lambda.invoke(look, START);
        expect(looked).toEqual({ statusCode: 405, headers: { allow: 'POST' }, body: '' });
        const answer = await lambda.send(urlEvent(commandBody('45m private'), START), START);
        expect(answer.json).toMatchObject({
          response_type: 'ephemeral',
          text: expect.stringContaining(`not fully set up yet`),
        });
        expect(answer.body).toContain(`Missing or not good: \`${missing}\``);
        return answer.body;
      });
    },
  );
});

describe('the worker that lacks a secret', () => {
  it.each([...missingOf(ONE), ...missingOf(MANY).slice(1)])(
    'names %s in its log and fails, so that the queue keeps the job',
    async (missing, env) => {
      await without('worker', env, missing, async (lambda) => {
        await expect(lambda.invoke({ Records: [] }, START)).rejects.toThrow(missing);
        return '';
      });
    },
  );
});

describe('the installation that lacks a secret', () => {
  it.each(missingOf(MANY))('names %s on its page and in its log', async (missing, env) => {
    await without('install', env, missing, async (lambda) => {
      const get = {
        rawPath: '/install',
        rawQueryString: '',
        headers: {},
        requestContext: { http: { method: 'GET' } },
      };
      const page = await lambda.invoke(get, START);
      expect(page).toMatchObject({ statusCode: 503, body: expect.stringContaining(missing) });
      return JSON.stringify(page);
    });
  });
});
