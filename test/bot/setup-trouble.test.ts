import { afterEach, describe, expect, it } from 'vitest';
import type { Job } from '../../src/bot/jobs/job.ts';
import { SettingsError } from '../../src/entry-points/settings.ts';
import { QueueError } from '../../src/entry-points/sqs-request.ts';
import { ANA, type BotRun, type BotRunOptions, runBot } from '../support/bot-run.ts';

let run: BotRun;
afterEach(() => run.stop());

async function start(options: BotRunOptions = {}): Promise<void> {
  run = await runBot(options);
}

/** What DynamoDB answers with, by name and words. */
const ROLE = 'arn:aws:sts::123456789012:assumed-role/stint-SlackRole/stint';
const DENIED = `User: ${ROLE} is not authorized to perform: dynamodb:Query on resource: arn:aws:dynamodb:x because no identity-based policy allows it`;
const NO_INDEX = 'The table does not have the specified index: lsi1';

const errorOf = (name: string, message: string) => Object.assign(new Error(message), { name });

function failWith(name: string, message: string): void {
  run.store.client.middlewareStack.add(
    () => async () => {
      throw errorOf(name, message);
    },
    { step: 'finalizeRequest', priority: 'high', name: 'trouble' },
  );
}

const failures = () => run.logged.filter(({ event }) => event === 'listener failed');

describe('a table that was not set up well', () => {
  it.each([
    ['ResourceNotFoundException', 'Requested resource not found', 'TABLE_NAME', 'no table of the name', {}],
    [
      'AccessDeniedException',
      DENIED,
      'permission',
      'lacks the permission `dynamodb:Query`',
      { missing: 'dynamodb:Query' },
    ],
    ['ValidationException', NO_INDEX, 'src/store/table.ts', 'other keys or indexes', {}],
    ['UnrecognizedClientException', 'The security token is invalid', 'credentials', 'not let in', {}],
    [
      'InvalidSignatureException',
      'The request signature we calculated does not match',
      'credentials',
      'not let in',
      {},
    ],
  ])(
    'is named in the log after %s, with what was asked of it, and whoever typed is told what is missing',
    async (name, message, cure, why, more) => {
      await start();
      failWith(name, message);
      const said = await run.track('45m #private');
      expect(said).toContain('does not reach its table, so nothing was kept');
      expect(said).toContain(why);
      expect(said).toContain('please tell whoever runs Stint');
      const asked = { operation: 'Query', table: run.store.table };
      expect(failures()).toEqual([
        expect.objectContaining({ problem: name, cure: expect.stringContaining(cure), ...asked, ...more }),
      ]);
      expect(said).not.toMatch(/arn:|123456789012/);
      const log = JSON.stringify(run.logged);
      for (const secret of ['private', ROLE]) expect(log).not.toContain(secret);
    },
  );

  it.each([
    ['InternalServerError', 'try again'],
    ['ValidationException', 'Item size has exceeded the maximum allowed size'],
  ])('is not blamed for %s', async (name, message) => {
    await start();
    failWith(name, message);
    expect(await run.track('45m')).toContain('Something went wrong on our side');
    expect(failures()).toEqual([expect.not.objectContaining({ cure: expect.anything() })]);
  });

  it('that has more to do than it takes is named too, and whoever typed may try again', async () => {
    await start();
    failWith('ThrottlingException', 'slow down');
    expect(await run.track('45m')).toContain('try again in a moment');
    expect(failures()).toEqual([
      expect.objectContaining({ problem: 'BusyError', cure: expect.stringContaining('A rush passes') }),
    ]);
  });
});

describe('a queue that was not set up well', () => {
  it.each([
    [
      new QueueError('AccessDeniedException'),
      'permission on the queue',
      'lacks the permission `sqs:SendMessage`',
    ],
    [new QueueError('QueueDoesNotExist'), 'QUEUE_URL', 'There is no queue at the address'],
    [
      new SettingsError('QUEUE_URL: missing: the queue’s address'),
      'QUEUE_URL',
      'Missing or not good: `QUEUE_URL`.',
    ],
  ])('is named in the log after %s, and whoever asked is told', async (error, cure, said) => {
    await start({
      enqueue: async () => {
        throw error;
      },
    });
    await run.track('2h #writing');
    await run.track('export csv today');
    expect(run.lastText()).toContain(said);
    expect(failures()).toEqual([expect.objectContaining({ cure: expect.stringContaining(cure) })]);
  });
});

describe('a workspace whose token can’t be had', () => {
  const denied = async () => {
    throw errorOf('AccessDeniedException', DENIED);
  };

  it('is told that nothing was kept, and who can mend it', async () => {
    await start({ tokens: async () => undefined });
    expect(await run.track('45m')).toContain('by installing Stint, for the first time or again');
    expect(failures()).toEqual([expect.objectContaining({ level: 'warn', problem: 'NotInstalledError' })]);
  });

  it('is told in time where that takes too long', async () => {
    await start({ tokens: () => new Promise(() => undefined) });
    const started = performance.now();
    expect(await run.track('45m')).toContain('did not get its access to this workspace in time, so nothing');
    expect(performance.now() - started).toBeLessThan(2900);
    expect(failures()).toEqual([expect.objectContaining({ problem: 'TokenLateError' })]);
  });

  it('is told that the table is out of reach, where that is why', async () => {
    await start({ tokens: denied });
    expect(await run.track('45m')).toContain('does not reach its table, so nothing was kept');
    expect(failures()).toEqual([expect.objectContaining({ missing: 'dynamodb:Query' })]);
  });

  it('is told so in answer to a press and to a form, too', async () => {
    let tokens = async (): Promise<string | undefined> => 'xoxb-test-token-of-nobody';
    await start({ tokens: () => tokens() });
    await run.track('45m');
    await run.track('edit');
    tokens = denied;
    expect(await run.press('Undo')).toContain('does not reach its table');
    expect(JSON.stringify(await run.submit({ note: 'more' }))).toContain('does not reach its table');
  });

  it('gets no answer to what nobody waits for', async () => {
    await start({ tokens: denied });
    await run.openHome(ANA);
    expect(failures()).toHaveLength(1);
  });
});

describe('an answer that was promised and can’t be given', () => {
  it.each([
    [
      errorOf('AccessDeniedException', DENIED),
      'lacks the permission `dynamodb:Query`. Trying again does not help',
    ],
    [errorOf('InternalServerError', 'try again'), 'Please ask again in a moment'],
  ])('after %s is taken back where it was promised, once, and the log says why', async (error, said) => {
    let promised: Job | undefined;
    await start({
      enqueue: async (job) => {
        promised = job;
      },
    });
    await run.track('2h #private');
    expect(await run.track('export csv today')).toContain('on its way');
    failWith(error.name, error.message);
    if (promised !== undefined) await run.jobs.enqueue(promised);
    await run.jobs.idle();
    const answers = run.slack.snapshot(ANA).messages.filter(({ text }) => text.includes('does not come'));
    expect(answers.map(({ text }) => text)).toEqual([expect.stringContaining(said)]);
    const tries = run.logged.filter(({ event }) => event === 'job failed' || event === 'job given up');
    expect(tries.map(({ event, problem }) => `${event}: ${problem}`)).toEqual([
      `job failed: ${error.name}`,
      `job failed: ${error.name}`,
      `job given up: ${error.name}`,
    ]);
    expect(JSON.stringify(run.logged)).not.toContain('private');
  });
});
