import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { createClient } from '../src/store/client.ts';

type Fields = Readonly<Record<string, unknown>>;

/** One request to the table, as the store made it, and its answer. */
export type Exchange = { readonly command: string; readonly input: Fields; readonly output: Fields };

/** Writes down what a client sends and receives while `work` runs. */
export async function recorded(
  client: DynamoDBDocumentClient,
  work: () => Promise<unknown>,
): Promise<readonly Exchange[]> {
  const exchanges: Exchange[] = [];
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const input = structuredClone({ ...args.input });
      const answer = await next(args);
      exchanges.push({ command: commandOf(context), input, output: { ...answer.output } });
      return answer;
    },
    { step: 'initialize', priority: 'high', name: 'recorder' },
  );
  await work();
  client.middlewareStack.remove('recorder');
  return exchanges;
}

/** The input of the one recorded request with this command. */
export function inputOf(exchanges: readonly Exchange[], command: string): Fields {
  const [only, ...others] = exchanges.filter((exchange) => exchange.command === command);
  if (only === undefined || others.length > 0) throw new Error(`there is not exactly one ${command}`);
  return only.input;
}

/** A client that answers at once with what was recorded: what is left is the work of this process alone. */
export function replaying(exchanges: readonly Exchange[]): DynamoDBDocumentClient {
  const outputs = new Map(exchanges.map(({ command, output }) => [command, output]));
  const client = createClient({ endpoint: 'http://127.0.0.1:1' });
  client.middlewareStack.add(
    (_next, context) => async () => ({
      output: { $metadata: {}, ...outputs.get(commandOf(context)) },
      response: {},
    }),
    { step: 'initialize', priority: 'high', name: 'replay' },
  );
  return client;
}

function commandOf(context: Readonly<Record<string, unknown>>): string {
  return String(context['commandName']);
}
