import type { Bundle, BundleName } from '../scripts/bundle.ts';
import { errandJob } from '../src/bot/jobs/errand-job.ts';
import { createClient } from '../src/store/client.ts';
import { buildText } from './build-text.ts';
import { freshly, type Probe } from './fresh.ts';
import { heading, milliseconds, table, times } from './print.ts';
import { benchMember, SECRET, seedMember, storeOn, TABLE, trackEvent, withEngine } from './support.ts';

const PROCESSES = 15;
const WARM_UP = 2;
/** Each round has a member of its own, whose day is empty. */
const memberOf = (round: number) => benchMember(`UFRESH${round}`);
const QUARTER_HOUR = 900_000;

const helloWith = (options: string) => `
import { App, AwsLambdaReceiver } from '@slack/bolt';
const receiver = new AwsLambdaReceiver({ signingSecret: ${JSON.stringify(SECRET)} });
const app = new App({ receiver, authorize: async () => ({ botToken: 'xoxb-none' }), ${options} });
app.command('/track', ({ ack }) => ack('hello'));
export const handler = receiver.toHandler();
`;

/** The same with the clients that a table needs, and the two requests that a log sends. */
const WITH_TABLE = `
import { App, AwsLambdaReceiver } from '@slack/bolt';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
const endpoint = process.env.DYNAMODB_ENDPOINT;
const table = DynamoDBDocumentClient.from(new DynamoDBClient({ endpoint, region: 'us-east-1', credentials }));
const receiver = new AwsLambdaReceiver({ signingSecret: ${JSON.stringify(SECRET)} });
const app = new App({ receiver, authorize: async () => ({ botToken: 'xoxb-none' }) });
app.command('/track', async ({ ack, command }) => {
  const pk = 'hello#' + command.user_id;
  const TableName = ${JSON.stringify(TABLE)};
  const ExpressionAttributeValues = { ':pk': pk };
  await table.send(new QueryCommand({ TableName, KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues, Limit: 1 }));
  await table.send(new PutCommand({ TableName, Item: { pk, sk: command.trigger_id, text: command.text } }));
  await ack('hello');
});
export const handler = receiver.toHandler();
`;

type First = { readonly given: (round: number) => unknown; readonly env: Readonly<Record<string, string>> };

const ONE_WORKSPACE = { SLACK_BOT_TOKEN: 'xoxb-none' };
const MANY_WORKSPACES = {
  SLACK_CLIENT_ID: '1.2',
  SLACK_CLIENT_SECRET: 'a-client-secret-of-the-benchmark',
  STINT_TOKEN_KEY: Buffer.alloc(32).toString('base64'),
};

/** What each function is called with first, and what it is told besides the table. */
const FIRST: Readonly<Record<BundleName, First>> = {
  slack: {
    env: ONE_WORKSPACE,
    given: (round) => trackEvent(memberOf(round).memberId, `9.9.${round}`, Date.now()),
  },
  tick: { env: ONE_WORKSPACE, given: () => ({}) },
  worker: {
    env: ONE_WORKSPACE,
    given(round) {
      const bucket = Math.floor(Date.now() / QUARTER_HOUR) * QUARTER_HOUR;
      const job = errandJob({ bucket, errand: 'digest', member: memberOf(round) }, Date.now());
      const attributes = { SentTimestamp: String(Date.now()), ApproximateReceiveCount: '1' };
      return { Records: [{ messageId: 'first', body: JSON.stringify(job), attributes }] };
    },
  },
  install: {
    env: MANY_WORKSPACES,
    given: () => ({
      rawPath: '/install',
      rawQueryString: '',
      requestContext: { http: { method: 'GET' } },
      headers: {},
    }),
  },
};

/** How long a fresh process takes to load each function and to answer its first event, beside the smallest Bolt app. */
export async function printStart(built: readonly Bundle[], folder: string): Promise<void> {
  const hello = (file: string, code: string, plainly: boolean) =>
    buildText(code, `${folder}/${file}.cjs`, { plainly });
  const files = new Map([
    ['smallest Bolt app, bundled plainly', await hello('plain', helloWith(''), true)],
    ['the same with a table, which it asks twice', await hello('table', WITH_TABLE, true)],
    [
      'smallest Bolt app, its unused parts left out as in Stint',
      await hello('lean', helloWith('convoStore: false'), false),
    ],
    ...built.map(({ name, file }) => [`Stint: ${name}`, file] as const),
  ]);
  const firstOf = (name: string) =>
    FIRST[built.find((one) => name === `Stint: ${one.name}`)?.name ?? 'slack'];
  await withEngine(async (endpoint) => {
    const store = storeOn(createClient({ endpoint }));
    for (let round = -WARM_UP; round < PROCESSES; round += 1) await seedMember(store, memberOf(round), 0);
    const env = {
      SLACK_SIGNING_SECRET: SECRET,
      SLACK_API_URL: 'http://127.0.0.1:1/',
      DYNAMODB_ENDPOINT: endpoint,
      TABLE_NAME: TABLE,
    };
    const probes = [...files].map(([name, file]): [string, Probe] => {
      const first = firstOf(name);
      return [name, { file, call: 'handler', given: first.given, env: { ...env, ...first.env } }];
    });
    const fresh = await freshly(Object.fromEntries(probes), { rounds: PROCESSES, warmUp: WARM_UP });
    const plain = fresh('smallest Bolt app, bundled plainly');
    heading(`cold: a fresh process, median of ${PROCESSES} in turns; ratios to the first line`);
    table(
      [
        '',
        'load',
        'ratio',
        'first event',
        'together',
        'ratio',
        'own work: load',
        'ratio',
        'together',
        'ratio',
      ],
      probes.map(([name]) => {
        const { imported, called, importWork, work } = fresh(name);
        return [
          name,
          milliseconds(imported),
          times(imported / plain.imported),
          milliseconds(called),
          milliseconds(imported + called),
          times((imported + called) / (plain.imported + plain.called)),
          milliseconds(importWork),
          times(importWork / plain.importWork),
          milliseconds(work),
          times(work / plain.work),
        ];
      }),
    );
  });
}
