import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type BotRun, runBot } from '../support/bot-run.ts';

let run: BotRun;
beforeEach(async () => {
  run = await runBot();
});
afterEach(() => run.stop());

/** What DynamoDB answers with, by name and words. */
const ROLE = 'arn:aws:sts::123456789012:assumed-role/stint-SlackRole/stint';
const DENIED = `User: ${ROLE} is not authorized to perform: dynamodb:Query on resource: arn:aws:dynamodb:x because no identity-based policy allows it`;

function failWith(name: string, message: string): void {
  run.store.client.middlewareStack.add(
    () => async () => {
      throw Object.assign(new Error(message), { name });
    },
    { step: 'finalizeRequest', priority: 'high', name: 'trouble' },
  );
}

describe('a table that was not set up well', () => {
  it.each([
    [
      'ResourceNotFoundException',
      'Requested resource not found',
      { cure: expect.stringContaining('TABLE_NAME') },
    ],
    [
      'AccessDeniedException',
      DENIED,
      { cure: expect.stringContaining('permission'), missing: 'dynamodb:Query' },
    ],
    [
      'UnrecognizedClientException',
      'The security token is invalid',
      { cure: expect.stringContaining('credentials') },
    ],
  ])(
    'is named in the log after %s, and whoever typed is told that nothing was kept',
    async (name, message, said) => {
      failWith(name, message);
      expect(await run.track('45m #private')).toContain('does not reach its table, so nothing was kept');
      expect(run.logged).toContainEqual(
        expect.objectContaining({ event: 'listener failed', problem: name, ...said }),
      );
      const log = JSON.stringify(run.logged);
      for (const secret of ['private', ROLE]) expect(log).not.toContain(secret);
    },
  );

  it('is not blamed for a failure that may pass', async () => {
    failWith('InternalServerError', 'try again');
    expect(await run.track('45m')).toContain('Something went wrong on our side');
  });
});
