import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import type { Store } from '../../src/store/store.ts';
import { bundled } from '../support/bundled.ts';
import { engineEndpoint, freshStore, START } from '../support/engine.ts';
import { type LambdaProcess, startLambda } from '../support/lambda-process.ts';
import { SECRET } from '../support/slack-requests.ts';

let folder: string;
let store: Store;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bundle-others-'));
  store = await freshStore();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A function in a process of its own, for as long as the work takes. */
async function withFunction<Result>(
  name: 'tick' | 'install',
  env: Readonly<Record<string, string>>,
  work: (lambda: LambdaProcess) => Promise<Result>,
): Promise<Result> {
  const file = await bundled(name, folder);
  const lambda = await startLambda(file, {
    SLACK_SIGNING_SECRET: SECRET,
    SLACK_API_URL: 'http://127.0.0.1:1/',
    DYNAMODB_ENDPOINT: await engineEndpoint(),
    TABLE_NAME: store.table,
    ...env,
  });
  try {
    return await work(lambda);
  } finally {
    await lambda.stop();
  }
}

describe('the bundle of the tick, in a process of its own', () => {
  it('finds nothing due in an empty table, may be called again, and needs no secret', async () => {
    await withFunction('tick', { SLACK_SIGNING_SECRET: '' }, async (lambda) => {
      for (const now of [START, START + 900_000]) await lambda.invoke({ time: 'now' }, now);
      expect(lambda.log().match(/"event":"tick","errands":0/g)).toHaveLength(2);
    });
  });

  it('fails, and names what is wrong, where it is not set up', async () => {
    await withFunction('tick', { TABLE_NAME: 'a table' }, async (lambda) => {
      await expect(lambda.invoke({}, START)).rejects.toThrow('TABLE_NAME: must be a DynamoDB table name');
    });
  });
});

describe('the bundle of the installation, in a process of its own', () => {
  const env = {
    SLACK_CLIENT_ID: '1.2',
    SLACK_CLIENT_SECRET: 'not-a-secret',
    STINT_TOKEN_KEY: Buffer.alloc(32, 1).toString('base64'),
  };
  const answer = z.object({
    statusCode: z.number(),
    headers: z.optional(z.record(z.string(), z.string())),
    body: z.optional(z.string()),
  });
  const get = (rawPath: string, rawQueryString = '', method = 'GET') => ({
    rawPath,
    rawQueryString,
    headers: {},
    requestContext: { http: { method } },
  });

  it('sends whoever installs to Slack, and refuses what Slack did not send back', async () => {
    await withFunction('install', env, async (lambda) => {
      const ask = async (event: object) => answer.parse(await lambda.invoke(event, START));
      const sent = await ask(get('/install'));
      expect(sent.statusCode).toBe(200);
      expect(sent.body).toContain('client_id=1.2');
      const refused = [
        get('/install/callback', 'code=stolen&state=forged'),
        get('/install/callback', 'code=%ff%fe&state=%00'),
        get('/install/callback'),
        get('/nowhere'),
        get('/install', '', 'POST'),
      ];
      for (const event of refused) {
        const { statusCode, body = '' } = await ask(event);
        expect(statusCode).toBeGreaterThanOrEqual(400);
        expect(statusCode).toBeLessThan(500);
        expect(body).not.toMatch(/stolen|forged|not-a-secret/);
      }
      expect(lambda.log()).not.toMatch(/stolen|forged|not-a-secret/);
    });
  });

  it('says that it is not set up, and in its log what is missing', async () => {
    await withFunction('install', { SLACK_BOT_TOKEN: 'xoxb-test-token-of-nobody' }, async (lambda) => {
      expect(await lambda.invoke(get('/install'), START)).toMatchObject({ statusCode: 503 });
      expect(lambda.log()).toContain('SLACK_CLIENT_ID');
    });
  });
});
