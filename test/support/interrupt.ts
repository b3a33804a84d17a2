import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

const NAME = 'interrupt';

/**
 * Breaks the connection once, for good as far as the caller can tell: at the write with number `at` (the first is 0),
 * before the table has seen it or after it carried it out. Gives back whether that write was reached.
 */
export function interruptAt(
  client: DynamoDBDocumentClient,
  at: number,
  when: 'before' | 'after',
): { readonly reached: boolean } {
  return atWrite(client, at, async (write) => {
    if (when === 'after') await write();
    throw new Error('the process was stopped');
  });
}

/** Lets something else happen just before the write with number `at`, which then goes on. Gives back whether it was reached. */
export function beforeWrite(
  client: DynamoDBDocumentClient,
  at: number,
  meanwhile: () => Promise<unknown>,
): { readonly reached: boolean } {
  return atWrite(client, at, async (write) => {
    client.middlewareStack.remove(NAME);
    await meanwhile();
    return write();
  });
}

function atWrite(
  client: DynamoDBDocumentClient,
  at: number,
  act: <Answer>(write: () => Promise<Answer>) => Promise<Answer>,
): { readonly reached: boolean } {
  const state = { reached: false };
  let writes = 0;
  client.middlewareStack.add(
    (next, context) => async (args) => {
      if (!/^(Put|Update|Delete|BatchWrite|TransactWrite)/.test(String(context['commandName'])))
        return next(args);
      writes += 1;
      if (writes !== at + 1) return next(args);
      state.reached = true;
      return act(() => next(args));
    },
    { step: 'finalizeRequest', priority: 'low', name: NAME },
  );
  return state;
}

/** At which writes a long loop cuts: at some in `npm test`, at every one in `npm run torture`. */
export const CUT_STEP = process.env['TORTURE_SEEDS'] === undefined ? 7 : 1;
