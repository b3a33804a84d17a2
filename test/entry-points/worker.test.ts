import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SQSEvent } from 'aws-lambda';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { errandJob } from '../../src/bot/jobs/errand-job.ts';
import { FIRST_SETTINGS } from '../../src/member.ts';
import { readDue } from '../../src/store/due.ts';
import { writeFirstUse } from '../../src/store/prefs.ts';
import type { Store } from '../../src/store/store.ts';
import { bundled } from '../support/bundled.ts';
import { engineEndpoint, freshStore } from '../support/engine.ts';
import { type LambdaProcess, startLambda } from '../support/lambda-process.ts';
import { ADA } from '../support/samples.ts';

/** Wednesday; the digest is due on the Monday after, 9:00 in Madrid. */
const WEDNESDAY = Date.UTC(2026, 8, 16, 16, 5);
const MONDAY = Date.UTC(2026, 8, 21, 7);

let folder: string;
let store: Store;
let lambda: LambdaProcess;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'worker-'));
  store = await freshStore({ now: () => WEDNESDAY });
  const file = await bundled('worker', folder);
  lambda = await startLambda(file, {
    SLACK_SIGNING_SECRET: 'a-secret-of-nobody',
    SLACK_BOT_TOKEN: 'xoxb-test-token-of-nobody',
    SLACK_API_URL: 'http://127.0.0.1:9/',
    DYNAMODB_ENDPOINT: await engineEndpoint(),
    TABLE_NAME: store.table,
  });
});
afterAll(async () => {
  await lambda?.stop();
  await rm(folder, { recursive: true, force: true });
});

type Sent = SQSEvent['Records'][number];

const batch = (...bodies: readonly string[]) =>
  ({
    Records: bodies.map((body, index) => ({
      messageId: `message-${index}`,
      body,
      // It waited for four seconds.
      attributes: { SentTimestamp: String(MONDAY - 4000) },
    })),
  }) satisfies {
    Records: (Pick<Sent, 'messageId' | 'body'> & { attributes: Partial<Sent['attributes']> })[];
  };

describe('the bundle of the worker, in a process of its own', () => {
  it('does each job of a batch on its own, and names those that are to come again', async () => {
    await writeFirstUse(store, ADA, 'a', { ...FIRST_SETTINGS, zone: 'Europe/Madrid' });
    const key = { bucket: MONDAY, errand: 'digest', member: ADA } as const;
    const late = errandJob(key, MONDAY - 7_200_000);
    const messages = [JSON.stringify(errandJob(key, MONDAY)), 'no job', JSON.stringify(late)];
    const result = await lambda.invoke(batch(...messages), MONDAY);
    expect(result).toEqual({ batchItemFailures: [{ itemIdentifier: 'message-1' }] });
    expect(await readDue(store, key)).toMatchObject({ state: 'skipped' });
    expect(lambda.log()).toContain('"event":"job dropped","job":"errand","why":"too late"');
    expect(lambda.log()).toContain('"event":"job failed","problem":"UnreadableJob"');
  });

  it('tells of each job in a line with what it came to, and of which metrics are made', () => {
    const lines = lambda
      .log()
      .split('\n')
      .filter((line) => line.includes('"age"'));
    const told = Object.fromEntries(lines.map((line) => [JSON.parse(line).request, JSON.parse(line)]));
    expect(told).toEqual({
      'message-0': expect.objectContaining({
        event: 'job',
        job: 'errand',
        outcome: 'ok',
        requests: expect.any(Number),
        read: expect.any(Number),
        write: expect.any(Number),
      }),
      'message-1': expect.objectContaining({
        event: 'job failed',
        problem: 'UnreadableJob',
        age: 4000,
        Function: 'worker',
        QueueAge: 4000,
        Errors: 1,
      }),
      'message-2': expect.objectContaining({ event: 'job', job: 'errand', outcome: 'ok', Errors: 0 }),
    });
    expect(lambda.log()).toContain('"ErrandsSkipped":1');
  });

  it('takes the same batch again without doing anything twice', async () => {
    const key = { bucket: MONDAY, errand: 'digest', member: ADA } as const;
    const again = await lambda.invoke(batch(JSON.stringify(errandJob(key, MONDAY))), MONDAY);
    expect(again).toEqual({ batchItemFailures: [] });
    expect(lambda.log()).toContain('"errand":"digest","outcome":"busy"');
  });
});
