import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { exportJob } from '../../src/bot/jobs/export-job.ts';
import { createSeal } from '../../src/bot/slack/seal.ts';
import { FIRST_SETTINGS } from '../../src/member.ts';
import { writeFirstUse } from '../../src/store/prefs.ts';
import { bundled } from '../support/bundled.ts';
import { engineEndpoint, freshStore, START } from '../support/engine.ts';
import { type LambdaProcess, startLambda } from '../support/lambda-process.ts';
import { commandBody, SECRET, urlEvent } from '../support/slack-requests.ts';

const TOKENS = {
  SLACK_SIGNING_SECRET: SECRET,
  SLACK_BOT_TOKEN: 'xoxb-test-token-of-nobody',
  SLACK_API_URL: 'http://127.0.0.1:1/',
};

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bundle-table-trouble-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function originOf(server: Server): string {
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
}

/** A function whose table nobody made. */
async function withFunction(
  name: 'slack' | 'worker' | 'tick',
  work: (lambda: LambdaProcess) => Promise<void>,
  env: Readonly<Record<string, string>> = {},
): Promise<void> {
  const file = await bundled(name, folder);
  const lambda = await startLambda(file, {
    SLACK_SIGNING_SECRET: SECRET,
    SLACK_BOT_TOKEN: 'xoxb-test-token-of-nobody',
    SLACK_API_URL: 'http://127.0.0.1:1/',
    DYNAMODB_ENDPOINT: await engineEndpoint(),
    TABLE_NAME: 'a-table-that-nobody-made',
    ...env,
  });
  try {
    await work(lambda);
    expect(lambda.log()).toContain('"cure":"There is no table of the name that TABLE_NAME says');
    expect(lambda.log()).toMatch(/"operation":"\w+","table":"a-table-that-nobody-made"/);
    expect(lambda.log()).not.toMatch(/private|xoxb|not-a-secret/);
  } finally {
    await lambda.stop();
  }
}

it('whoever types is told by the Slack function that its table is not there', async () => {
  await withFunction('slack', async (lambda) => {
    const answer = await lambda.send(urlEvent(commandBody('45m private words'), START), START);
    expect(answer.json).toMatchObject({ text: expect.stringContaining('does not reach its table') });
  });
});

it('whoever types is told to try again where the table is crowded, after as many tries as Slack has patience for', async () => {
  let requests = 0;
  const crowded = createServer((request, response) => {
    request.resume();
    requests += 1;
    const type = { 'content-type': 'application/x-amz-json-1.0' };
    response.writeHead(400, type).end('{"__type":"com.amazon.coral.availability#ThrottlingException"}');
  }).listen(0, '127.0.0.1');
  await once(crowded, 'listening');
  const file = await bundled('slack', folder);
  const lambda = await startLambda(file, {
    SLACK_SIGNING_SECRET: SECRET,
    SLACK_BOT_TOKEN: 'xoxb-test-token-of-nobody',
    SLACK_API_URL: 'http://127.0.0.1:1/',
    DYNAMODB_ENDPOINT: originOf(crowded),
  });
  const started = performance.now();
  const answer = await lambda.send(urlEvent(commandBody('45m private words'), START), START);
  expect(answer.json).toMatchObject({ text: expect.stringContaining('try again in a moment') });
  // AWS's client tries each request three times, longer apart each time, as far as the time allows, and we don't begin anew.
  expect(performance.now() - started).toBeLessThan(2900);
  expect(requests).toBeGreaterThanOrEqual(2);
  expect(requests).toBeLessThanOrEqual(3);
  expect(lambda.log()).toMatch(
    /"cure":"(More came to the table at once than it took|The table did not answer in)/,
  );
  await lambda.stop();
  crowded.close();
});

it('the tick fails, so that Lambda tries it again and tells of it', async () => {
  await withFunction('tick', async (lambda) => {
    await expect(lambda.invoke({}, START)).rejects.toThrow('ResourceNotFoundException');
    expect(lambda.log()).toContain('"event":"tick failed"');
  });
});

it('a file that can’t be made is tried again soon, and whoever waits is told by the worker at its last try', async () => {
  const [asked, told]: [unknown[], string[]] = [[], []];
  const outside = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    if (request.headers['x-amz-target'] === 'AmazonSQS.ChangeMessageVisibility') asked.push(JSON.parse(body));
    else told.push(body);
    response.end('{}');
  }).listen(0, '127.0.0.1');
  await once(outside, 'listening');
  const origin = originOf(outside);
  const member = { workspaceId: 'T000000001', memberId: 'U0ANA00001' };
  const value = { format: 'csv', period: { since: '2026-09-16', until: '2026-09-16' }, tags: [] } as const;
  const wanted = { value, responseUrl: `${origin}/response`, now: START };
  const job = exportJob({ member, requestId: 'one' }, wanted, createSeal(SECRET, 'job'));
  const delivery = (tries: number) => ({
    Records: [
      {
        messageId: 'message',
        receiptHandle: `receipt ${tries}`,
        body: JSON.stringify(job),
        attributes: { SentTimestamp: String(START), ApproximateReceiveCount: String(tries) },
      },
    ],
  });
  const env = {
    QUEUE_URL: `${origin}/123/jobs`,
    AWS_REGION: 'eu-west-1',
    AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
    AWS_SECRET_ACCESS_KEY: 'not-a-secret',
  };
  const inTurn = async (lambda: LambdaProcess) => {
    const failed = { batchItemFailures: [{ itemIdentifier: 'message' }] };
    for (const tries of [1, 2]) expect(await lambda.invoke(delivery(tries), START)).toEqual(failed);
    expect(told).toEqual([]);
    expect(await lambda.invoke(delivery(3), START)).toEqual(failed);
  };
  await withFunction('worker', inTurn, env);
  expect(told).toEqual([expect.stringContaining('could not be put together, so it does not come')]);
  const again = (receipt: string, seconds: number) => ({
    QueueUrl: env.QUEUE_URL,
    ReceiptHandle: receipt,
    VisibilityTimeout: seconds,
  });
  expect(asked).toEqual([again('receipt 1', 30), again('receipt 2', 120)]);
  outside.close();
});

/** Answers everything with one refusal, as AWS words it. */
async function refusing(type: string, message: string): Promise<Server> {
  const server = createServer((request, response) => {
    request.resume();
    const head = { 'content-type': 'application/x-amz-json-1.0' };
    response.writeHead(400, head).end(JSON.stringify({ __type: `com.amazonaws#${type}`, message }));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

const ROLE = 'arn:aws:sts::123456789012:assumed-role/stint-SlackRole/stint';

it('whoever types learns which permission the Slack function lacks on its table, and nothing of its role', async () => {
  const denied = `User: ${ROLE} is not authorized to perform: dynamodb:Query on resource: arn:aws:dynamodb:x`;
  const table = await refusing('AccessDeniedException', denied);
  const file = await bundled('slack', folder);
  const lambda = await startLambda(file, {
    ...TOKENS,
    DYNAMODB_ENDPOINT: originOf(table),
    TABLE_NAME: 'mine',
  });
  const answer = await lambda.send(urlEvent(commandBody('45m private words'), START), START);
  expect(answer.json).toMatchObject({
    text: expect.stringContaining('lacks the permission `dynamodb:Query`'),
  });
  expect(lambda.log()).toContain('"missing":"dynamodb:Query","operation":"Query","table":"mine"');
  expect(`${answer.body}${lambda.log()}`).not.toMatch(/arn:|123456789012|private|xoxb|not-a-secret/);
  await lambda.stop();
  table.close();
});

it.each([
  ['AccessDenied', 'lacks the permission `sqs:SendMessage`', '"missing":"sqs:SendMessage"'],
  ['QueueDoesNotExist', 'There is no queue at the address', 'QUEUE_URL'],
])(
  'whoever asks for a file learns from the Slack function what its queue says: %s',
  async (type, said, told) => {
    const store = await freshStore();
    const member = { workspaceId: 'T000000001', memberId: 'U0ANA00001' };
    await writeFirstUse(store, member, 'met', { ...FIRST_SETTINGS, zone: 'Europe/Madrid' });
    const queue = await refusing(type, `User: ${ROLE} may not`);
    const file = await bundled('slack', folder);
    const lambda = await startLambda(file, {
      ...TOKENS,
      DYNAMODB_ENDPOINT: await engineEndpoint(),
      TABLE_NAME: store.table,
      QUEUE_URL: `${originOf(queue)}/123/jobs`,
      AWS_REGION: 'eu-west-1',
      AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
      AWS_SECRET_ACCESS_KEY: 'not-a-secret',
    });
    await lambda.send(urlEvent(commandBody('45m #private'), START), START);
    const answer = await lambda.send(urlEvent(commandBody('export csv today'), START), START);
    expect(answer.json).toMatchObject({ text: expect.stringContaining(said) });
    expect(lambda.log()).toContain(told);
    expect(`${answer.body}${lambda.log()}`).not.toMatch(/arn:|private|xoxb|not-a-secret/);
    await lambda.stop();
    queue.close();
  },
);
