import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/**
 * Breaks the connection once, for good as far as the caller can tell: at the write with number `at` (the first is 0),
 * before the table has seen it or after it carried it out. Gives back whether that write was reached.
 */
export function interruptAt(
  client: DynamoDBDocumentClient,
  at: number,
  when: 'before' | 'after',
): { reached: boolean } {
  const state = { reached: false };
  let writes = 0;
  client.middlewareStack.add(
    (next, context) => async (args) => {
      if (!/^(Put|Update|Delete|BatchWrite|TransactWrite)/.test(String(context['commandName'])))
        return next(args);
      writes += 1;
      if (writes !== at + 1) return next(args);
      state.reached = true;
      if (when === 'after') await next(args);
      throw new Error('the process was stopped');
    },
    { step: 'finalizeRequest', priority: 'low', name: 'interrupt' },
  );
  return state;
}

/** At which writes a long loop cuts: at some in `npm test`, at every one in `npm run torture`. */
export const CUT_STEP = process.env['TORTURE_SEEDS'] === undefined ? 4 : 1;
