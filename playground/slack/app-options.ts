import type { Installer } from '../../src/bot/installs/create-installer.ts';
import type { ClockWork } from './clock.ts';
import type { Handler } from './delivery.ts';
import type { Grant } from './grants.ts';

/** What the app is told about the Slack it runs against. */
export type AppOptions = {
  readonly signingSecret: string;
  /** The token in the first workspace, for an app that lives in that one alone. */
  readonly botToken: string;
  /** The app as Slack knows it, and where it has whoever installs it sent back to: for one that lives in many workspaces. */
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUrl: string;
  /** Where the app is installed when it starts. */
  readonly grants: readonly Grant[];
  readonly slackApiUrl: string;
  /** For the Web API and response URLs; refuses everything else. */
  readonly fetch: typeof fetch;
  /** The time in Slack, which may be ahead of the machine's. */
  readonly now: () => number;
  /** Tells what the app does by the clock, so that it is done when the clock is sent ahead. */
  readonly keepClock: (work: ClockWork) => void;
  /** Tells who answers the pages on which workspaces install the app. */
  readonly keepInstaller: (installer: Installer) => void;
  /** Tells how to count what the app keeps of a workspace. */
  readonly keepCount: (count: CountKept) => void;
};

/** As many rows the app keeps of a workspace. */
export type CountKept = (teamId: string) => Promise<number>;

export type CreateHandler = (options: AppOptions) => Handler | Promise<Handler>;
