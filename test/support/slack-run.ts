import { type SlackOptions, type SlackStandIn, startSlack } from '../../playground/slack/slack.ts';
import { createFakeApp, type FakeApp } from './fake-app.ts';

import { twoPeople } from './people.ts';

export const [ANA, BEN] = twoPeople();

export type SlackRun = {
  readonly slack: SlackStandIn;
  readonly app: FakeApp;
  readonly clock: { now: number };
  readonly stop: () => Promise<void>;
};

export const START = Date.UTC(2026, 2, 2, 9, 0);

/** A workspace with the fake app, a clock that stands until it is moved, and a Slack that waits as long as a test may. */
export async function runSlack(options: Partial<SlackOptions> = {}): Promise<SlackRun> {
  const app = createFakeApp();
  const clock = { now: START };
  const slack = await startSlack({
    createHandler: app.create,
    responseUrlBase: 'http://127.0.0.1:1/response/',
    now: () => clock.now,
    patienceMs: 30_000,
    retryDelaysMs: [0, 0, 0],
    ...options,
  });
  return { slack, app, clock, stop: slack.stop };
}
