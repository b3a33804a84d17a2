import { buildPage, type Page } from './page.ts';
import { RESPONSE_PATH, startServer } from './server.ts';
import type { CreateHandler } from './slack/app-options.ts';
import type { Manifest } from './slack/manifest.ts';
import { type SlackStandIn, startSlack } from './slack/slack.ts';
import type { Team } from './slack/workspace.ts';

export type PlaygroundOptions = {
  /** 0 takes a free port. */
  readonly port: number;
  /** Where messages are kept over restarts; without it they are not. */
  readonly dataDir?: string;
  /** Makes the app under test: the handler that runs on Lambda. */
  readonly createHandler: CreateHandler;
  /** Milliseconds since 1970; for tests of what expires. */
  readonly now?: () => number;
  /** What the app asked Slack for: events, a Home tab. Without it, everything. */
  readonly manifest?: Manifest;
  /** The workspaces; the first one alone unless told. */
  readonly teams?: readonly Team[];
  /** How long Slack waits for the app; three seconds unless told. */
  readonly patienceMs?: number;
  readonly retryDelaysMs?: readonly number[];
  /** A page built before, to save time where many playgrounds start. */
  readonly page?: Page;
};

export type Playground = {
  readonly url: string;
  readonly slack: SlackStandIn;
  readonly stop: () => Promise<void>;
};

/** Starts the Slack look-alike with the app in it, on the loopback interface alone. */
export async function startPlayground(options: PlaygroundOptions): Promise<Playground> {
  const { port, page, ...rest } = options;
  const server = await startServer(port);
  try {
    const responseUrlBase = `${server.url}${RESPONSE_PATH}`;
    const [slack, built] = await Promise.all([startSlack({ ...rest, responseUrlBase }), page ?? buildPage()]);
    server.serve(slack, built);
    return {
      url: `${server.url}/`,
      slack,
      async stop() {
        await server.stop();
        await slack.stop();
      },
    };
  } catch (error) {
    await server.stop();
    throw error;
  }
}
