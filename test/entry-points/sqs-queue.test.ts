import { createServer, type IncomingHttpHeaders } from 'node:http';
import { ChangeMessageVisibilityCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Job } from '../../src/bot/jobs/job.ts';
import { signAws } from '../../src/entry-points/aws-signature.ts';
import { sqsGiveBack } from '../../src/entry-points/sqs-give-back.ts';
import { sqsQueue } from '../../src/entry-points/sqs-queue.ts';

type Heard = { readonly headers: IncomingHttpHeaders; readonly body: string };
type Answer = { readonly status: number; readonly body: string } | 'hang up';

const NOW = Date.UTC(2026, 8, 21, 7, 0, 1);
const TAKEN: Answer = { status: 200, body: '{"MessageId":"1","MD5OfMessageBody":"0"}' };
const ENV = {
  AWS_REGION: 'eu-west-1',
  AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
  AWS_SECRET_ACCESS_KEY: 'a-secret-of-nobody',
  AWS_SESSION_TOKEN: 'a-session-of-nobody',
};
const JOB: Job = {
  kind: 'errand',
  id: 'é/digest',
  until: NOW,
  due: { bucket: NOW, errand: 'digest', member: { workspaceId: 'T1', memberId: 'U1' } },
};

let heard: Heard[] = [];
let answers: Answer[] = [];
let origin = '';
const server = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  heard.push({ headers: request.headers, body: Buffer.concat(chunks).toString('utf8') });
  const answer = answers.shift() ?? TAKEN;
  if (answer === 'hang up') request.socket.destroy();
  else response.writeHead(answer.status, { 'content-type': 'application/x-amz-json-1.0' }).end(answer.body);
});
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
});
beforeEach(() => {
  [heard, answers] = [[], []];
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

const optionsOf = (env = ENV) => ({ queueUrl: `${origin}/123/jobs`, env, fetch, now: () => NOW });
const queue = (env = ENV) => sqsQueue(optionsOf(env));

/** AWS's own client of the same queue. */
const theirClient = () =>
  new SQSClient({
    region: ENV.AWS_REGION,
    endpoint: origin,
    md5: false,
    credentials: {
      accessKeyId: ENV.AWS_ACCESS_KEY_ID,
      secretAccessKey: ENV.AWS_SECRET_ACCESS_KEY,
      sessionToken: ENV.AWS_SESSION_TOKEN,
    },
  });

/** What we sent and what they sent are the same, under signatures that either would make. */
function expectAlike(): void {
  const [ours, theirs] = heard;
  expect(JSON.parse(ours?.body ?? '')).toEqual(JSON.parse(theirs?.body ?? ''));
  for (const name of ['content-type', 'x-amz-target', 'x-amz-security-token'])
    expect(ours?.headers[name]).toBe(theirs?.headers[name]);
  // What theirs signed, at the time at which it signed, gets the same signature from ours.
  expect(resigned(theirs)).toBe(theirs?.headers.authorization);
  expect(resigned(ours)).toBe(ours?.headers.authorization);
}

describe('a job that is sent to the queue on AWS', () => {
  it('says what AWS’s own client says, under a signature that AWS’s own signer makes', async () => {
    await queue()(JOB);
    const client = theirClient();
    await client.send(
      new SendMessageCommand({ QueueUrl: `${origin}/123/jobs`, MessageBody: JSON.stringify(JOB) }),
    );
    client.destroy();
    expectAlike();
  });

  it('is sent again where AWS asks for it or does not answer', async () => {
    answers = [{ status: 503, body: '{}' }, 'hang up'];
    await queue()(JOB);
    expect(heard).toHaveLength(3);
  });

  it.each([
    [400, '{"__type":"com.amazonaws.sqs#QueueDoesNotExist"}', 'QueueError QueueDoesNotExist', 1],
    [403, 'no JSON', 'QueueError', 1],
    [503, '{"__type":"ServiceUnavailable"}', 'QueueError ServiceUnavailable', 3],
  ])('that is refused with %i %s fails as %s', async (status, body, name, requests) => {
    answers = Array.from({ length: 3 }, () => ({ status, body }));
    await expect(queue()(JOB)).rejects.toMatchObject({ name });
    expect(heard).toHaveLength(requests);
  });

  it('needs what Lambda sets, and says what is missing', () => {
    const { AWS_REGION: _, ...env } = ENV;
    expect(() => queue({ ...env, AWS_REGION: '' })).toThrow('AWS_REGION');
  });
});

describe('a message that failed', () => {
  it('is asked for again as AWS’s own client asks, sooner after the first try than after the second', async () => {
    await sqsGiveBack(optionsOf())('receipt/é', 1);
    const client = theirClient();
    const wish = { QueueUrl: `${origin}/123/jobs`, ReceiptHandle: 'receipt/é', VisibilityTimeout: 30 };
    await client.send(new ChangeMessageVisibilityCommand(wish));
    client.destroy();
    expectAlike();
    await sqsGiveBack(optionsOf())('receipt/é', 2);
    expect(JSON.parse(heard.at(-1)?.body ?? '')).toMatchObject({ VisibilityTimeout: 120 });
  });

  it('comes in its own time where the queue does not listen', async () => {
    answers = [{ status: 400, body: '{"__type":"com.amazonaws.sqs#ReceiptHandleIsInvalid"}' }];
    await expect(sqsGiveBack(optionsOf())('gone', 1)).resolves.toBeUndefined();
  });
});

/** The authorization that our signer gives to the headers that a request names as signed. */
function resigned({ headers, body }: Heard = { headers: {}, body: '' }): string | undefined {
  const authorization = `${headers.authorization}`;
  const [, names = ''] = /SignedHeaders=([^,]+)/.exec(authorization) ?? [];
  const own = ['host', 'x-amz-date', 'x-amz-content-sha256', 'x-amz-security-token'];
  const signed = names.split(';').filter((name) => !own.includes(name));
  const time = `${headers['x-amz-date']}`.replace(
    /^(....)(..)(..)T(..)(..)(..)Z$/,
    (_, year, month, day, hour, minute, second) => `${year}-${month}-${day}T${hour}:${minute}:${second}Z`,
  );
  return signAws({
    keyId: ENV.AWS_ACCESS_KEY_ID,
    secret: ENV.AWS_SECRET_ACCESS_KEY,
    sessionToken: ENV.AWS_SESSION_TOKEN,
    region: ENV.AWS_REGION,
    service: 'sqs',
    now: Date.parse(time),
    host: `${headers.host}`,
    headers: Object.fromEntries(signed.map((name) => [name, `${headers[name]}`])),
    body,
  })['authorization'];
}
