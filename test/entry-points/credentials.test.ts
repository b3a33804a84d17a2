import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readEntries } from '../../src/store/read-entries.ts';
import type { Store } from '../../src/store/store.ts';
import { bundled } from '../support/bundled.ts';
import { engineEndpoint, freshStore, START } from '../support/engine.ts';
import { startLambda } from '../support/lambda-process.ts';
import { type Credentials, type SignedTable, startSignedTable } from '../support/signed-table.ts';
import { type SlackApiStub, startSlackApi } from '../support/slack-api-stub.ts';
import { commandBody, SECRET, urlEvent } from '../support/slack-requests.ts';

const REGION = 'eu-west-1';
const ROLE: Credentials = {
  accessKeyId: 'ASIATESTFIRST',
  secretAccessKey: 'not-a-secret-first',
  sessionToken: 'session/first+token==',
};
const ROTATED: Credentials = {
  accessKeyId: 'ASIATESTSECOND',
  secretAccessKey: 'not-a-secret-second',
  sessionToken: 'session/second+token==',
};

let folder: string;
let file: string;
let store: Store;
let slackApi: SlackApiStub;
let aws: SignedTable;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'credentials-'));
  const zones = new Map([['U0ANA00001', 'Europe/Madrid']]);
  [file, store, slackApi] = await Promise.all([bundled('slack', folder), freshStore(), startSlackApi(zones)]);
  aws = await startSignedTable(await engineEndpoint(), REGION, [ROLE, ROTATED]);
});
afterAll(async () => {
  await aws?.stop();
  await slackApi?.stop();
  await rm(folder, { recursive: true, force: true });
});

/** What one command of a function with just these variables answers, and what the function logs. */
async function say(text: string, env: Readonly<Record<string, string>>) {
  const lambda = await startLambda(file, {
    SLACK_SIGNING_SECRET: SECRET,
    SLACK_BOT_TOKEN: 'xoxb-test-token-of-nobody',
    SLACK_API_URL: slackApi.url,
    TABLE_NAME: store.table,
    AWS_REGION: REGION,
    // AWS's own setting, so that the client is the one that a function at AWS makes.
    AWS_ENDPOINT_URL_DYNAMODB: aws.url,
    HOME: folder,
    ...env,
  });
  try {
    const answer = await lambda.send(urlEvent(commandBody(text, { trigger_id: text }), START), START);
    return { answer, log: lambda.log() };
  } finally {
    await lambda.stop();
  }
}

const environmentOf = ({ accessKeyId, secretAccessKey, sessionToken }: Credentials) => ({
  AWS_ACCESS_KEY_ID: accessKeyId,
  AWS_SECRET_ACCESS_KEY: secretAccessKey,
  AWS_SESSION_TOKEN: sessionToken,
});
const secondsKept = async () => {
  const member = { workspaceId: 'T000000001', memberId: 'U0ANA00001' };
  const { entries } = await readEntries(store, member, { since: '2026-09-01', until: '2026-09-30' });
  return entries.map(({ seconds }) => seconds);
};

describe('the function that is deployed, which knows no other credentials than its environment’s', () => {
  it('signs what it sends to the table with its role’s, the session token included', async () => {
    const { answer } = await say('45m first', environmentOf(ROLE));
    expect(answer.json).toMatchObject({ text: expect.stringContaining('Logged *45m*') });
    expect(new Set(aws.keys())).toEqual(new Set([ROLE.accessKeyId]));
    expect(await secondsKept()).toEqual([2700]);
  });

  it('signs with the new ones when the next process is given others', async () => {
    const before = aws.keys().length;
    const { answer } = await say('1h second', environmentOf(ROTATED));
    expect(answer.json).toMatchObject({ text: expect.stringContaining('Logged *1h*') });
    expect(new Set(aws.keys().slice(before))).toEqual(new Set([ROTATED.accessKeyId]));
    expect((await secondsKept()).toSorted()).toEqual([2700, 3600]);
  });

  it.each([
    ['a session token of another role', { ...ROLE, sessionToken: ROTATED.sessionToken }],
    ['a wrong secret', { ...ROLE, secretAccessKey: 'guessed' }],
  ])('keeps nothing and says so with %s, without telling who typed why', async (_, credentials) => {
    const { answer, log } = await say('5m refused', environmentOf(credentials));
    expect(answer.statusCode).toBe(200);
    expect(answer.json).toMatchObject({ text: expect.not.stringContaining('Logged') });
    expect(answer.body).not.toMatch(/credential|sign|Client/i);
    expect(log).toContain('UnrecognizedClientException');
    expect(`${answer.body}${log}`).not.toContain(credentials.secretAccessKey);
    expect(await secondsKept()).toHaveLength(2);
  });

  it('says in its log that it has none, and asks no file and no machine for some', async () => {
    const before = aws.keys().length;
    const { answer, log } = await say('5m without', {});
    expect(answer.statusCode).toBe(200);
    expect(answer.json).toMatchObject({ text: expect.not.stringContaining('Logged') });
    expect(log).toContain('CredentialsProviderError');
    expect(aws.keys()).toHaveLength(before);
  });
});
