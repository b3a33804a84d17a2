import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Bundle, bundle } from '../scripts/bundle.ts';
import { createClient } from '../src/store/client.ts';
import { buildText } from './build-text.ts';
import { freshly, type Probe } from './fresh.ts';
import { heading, milliseconds, percent, table, times } from './print.ts';
import { benchMember, SECRET, seedMember, storeOn, TABLE, trackEvent, withEngine } from './support.ts';

const PROCESSES = 15;
const LARGEST = 10;
const MEMBER = 'UFRESH';

const HELLO = `
import { App, AwsLambdaReceiver } from '@slack/bolt';
const receiver = new AwsLambdaReceiver({ signingSecret: ${JSON.stringify(SECRET)} });
const app = new App({ receiver, authorize: async () => ({ botToken: 'xoxb-none' }) });
app.command('/track', ({ ack }) => ack('hello'));
export const handler = receiver.toHandler();
`;

/** Size and start of the Slack function's bundle, beside the smallest Bolt app. */
export async function bundleSection(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'stint-bench-'));
  try {
    const built = await bundle('slack', folder);
    const plain = await buildText(HELLO, `${folder}/plain.cjs`, { plainly: true });
    const lean = await buildText(HELLO, `${folder}/lean.cjs`);
    printSizes(built);
    await withEngine((endpoint) => printStart(endpoint, { stint: built.file, plain, lean }));
  } finally {
    await rm(folder, { recursive: true });
  }
}

function printSizes({ bytes, gzipBytes, byPackage }: Bundle): void {
  heading(`bundle: the Slack function, ${kilobytes(bytes)}, ${kilobytes(gzipBytes)} zipped`);
  const others = byPackage.slice(LARGEST);
  const rest = others.reduce((sum, [, size]) => sum + size, 0);
  table(
    ['library', 'size', 'share'],
    [...byPackage.slice(0, LARGEST), [`${others.length} others`, rest] as const].map(([name, size]) => [
      name,
      kilobytes(size),
      percent(size / bytes),
    ]),
  );
}

async function printStart(
  endpoint: string,
  files: Readonly<Record<'stint' | 'plain' | 'lean', string>>,
): Promise<void> {
  await seedMember(storeOn(createClient({ endpoint })), benchMember(MEMBER), 0);
  const given = (round: number) => trackEvent(MEMBER, `9.9.${round}`, Date.now());
  const env = {
    SLACK_SIGNING_SECRET: SECRET,
    SLACK_BOT_TOKEN: 'xoxb-none',
    SLACK_API_URL: 'http://127.0.0.1:1/',
    DYNAMODB_ENDPOINT: endpoint,
    TABLE_NAME: TABLE,
  };
  const probe = (file: string): Probe => ({ file, call: 'handler', given, env });
  const fresh = await freshly(
    { stint: probe(files.stint), plain: probe(files.plain), lean: probe(files.lean) },
    PROCESSES,
  );
  const plain = fresh('plain');
  const row = async (name: string, key: keyof typeof files) => {
    const { imported, called } = fresh(key);
    const together = (imported + called) / (plain.imported + plain.called);
    const size = kilobytes((await stat(files[key])).size);
    return [
      name,
      size,
      milliseconds(imported),
      times(imported / plain.imported),
      milliseconds(called),
      times(together),
    ];
  };
  table(
    [
      `in a fresh process, median of ${PROCESSES}`,
      'size',
      'import',
      'ratio',
      'first command',
      'ratio, together',
    ],
    [
      await row('Stint', 'stint'),
      await row('smallest Bolt app, bundled plainly', 'plain'),
      await row('the same, its unused parts left out as in Stint', 'lean'),
    ],
  );
  console.log(
    '\nStint connects to its table at its first command; the smallest Bolt app has none to connect to.',
  );
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
