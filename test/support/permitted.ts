import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { type FunctionName, READ_INDEXES, TABLE_ACTIONS } from '../../infra/actions.ts';
import type { Store } from '../../src/store/store.ts';

/** What each function asked of the table so far: actions, and `index` where it read by one. */
export type Asked = Readonly<Record<FunctionName, Set<string>>>;

export const askedNothing = (): Asked => ({
  slack: new Set(),
  worker: new Set(),
  tick: new Set(),
  install: new Set(),
});

/**
 * The store as a function on AWS has it: the embedded engine allows everything, so what the function's role does not allow is
 * refused here, in AWS's words.
 */
export function permitted(store: Store, name: FunctionName, asked: Asked = askedNothing()): Store {
  const allowed = new Set<string>([
    ...TABLE_ACTIONS[name],
    ...(READ_INDEXES.includes(name) ? ['index'] : []),
  ]);
  const client: DynamoDBDocumentClient = Object.create(store.client, {
    send: {
      value: async (command: Sent) => {
        for (const action of actionsOf(command)) {
          if (!allowed.has(action)) throw denied(name, action);
          asked[name].add(action);
        }
        return Reflect.apply(store.client.send, store.client, [command]);
      },
    },
  });
  return { ...store, client };
}

type Sent = {
  readonly constructor: { readonly name: string };
  readonly input: Readonly<Record<string, unknown>>;
};

/** By the name of a command or of a part of a transaction; what a batch does is one action of its own. */
const ACTIONS: ReadonlyMap<string, string> = new Map([
  ['Get', 'GetItem'],
  ['Query', 'Query'],
  ['Scan', 'Scan'],
  ['Put', 'PutItem'],
  ['Update', 'UpdateItem'],
  ['Delete', 'DeleteItem'],
  ['ConditionCheck', 'ConditionCheckItem'],
  ['BatchWrite', 'BatchWriteItem'],
]);

function actionsOf({ constructor: kind, input }: Sent): readonly string[] {
  const command = kind.name.replace(/Command$/, '');
  const parts =
    command === 'TransactWrite' && Array.isArray(input['TransactItems'])
      ? input['TransactItems'].flatMap((part: object) => Object.keys(part))
      : [command];
  const actions = parts.map((part) => `dynamodb:${ACTIONS.get(part) ?? part}`);
  return input['IndexName'] === undefined ? actions : [...actions, 'index'];
}

function denied(name: FunctionName, action: string): Error {
  const message = `User: arn:aws:sts::123456789012:assumed-role/${name} is not authorized to perform: ${action} on resource: arn:aws:dynamodb:x because no identity-based policy allows the ${action} action`;
  return Object.assign(new Error(message), { name: 'AccessDeniedException' });
}
