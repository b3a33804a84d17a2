import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Store } from '../../src/store/store.ts';
import { bundled } from './bundled.ts';
import { engineEndpoint, freshStore } from './engine.ts';
import { type LambdaProcess, startLambda } from './lambda-process.ts';
import { type SlackApiStub, startSlackApi } from './slack-api-stub.ts';
import { SECRET } from './slack-requests.ts';

export type BundledSlack = {
  readonly store: Store;
  readonly slackApi: SlackApiStub;
  readonly lambda: LambdaProcess;
  readonly stop: () => Promise<void>;
};

/** The Slack function's bundle in a process of its own, beside a table and a Slack that knows these members' zones. */
export async function startBundledSlack(zones: ReadonlyMap<string, string>): Promise<BundledSlack> {
  const folder = await mkdtemp(join(tmpdir(), 'bundle-'));
  const [file, store, slackApi] = await Promise.all([
    bundled('slack', folder),
    freshStore(),
    startSlackApi(zones),
  ]);
  const lambda = await startLambda(file, {
    SLACK_SIGNING_SECRET: SECRET,
    SLACK_BOT_TOKEN: 'xoxb-test-token-of-nobody',
    SLACK_API_URL: slackApi.url,
    DYNAMODB_ENDPOINT: await engineEndpoint(),
    TABLE_NAME: store.table,
  });
  return {
    store,
    slackApi,
    lambda,
    async stop() {
      await lambda.stop();
      await slackApi.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
