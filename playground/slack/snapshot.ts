import type { Fields, Problem } from '../block-kit/problem.ts';
import type { FaultKind } from './faults.ts';
import type { Shortcut } from './manifest.ts';

/** A message as it stands in a conversation. */
export type Message = {
  readonly ts: string;
  readonly conversationId: string;
  /** The app, Slack itself (for failures), or a member's id. */
  readonly author: string;
  readonly text: string;
  readonly blocks?: readonly Fields[] | undefined;
  /** Set on ephemeral messages: the only member who sees it. */
  readonly onlyFor?: string | undefined;
  readonly threadTs?: string | undefined;
  /** Files that were shared with it. */
  readonly files?: readonly SharedFile[] | undefined;
};

/** A file as a conversation shows it; `size` is in bytes. */
export type SharedFile = { readonly id: string; readonly name: string; readonly size: number };

export const APP_AUTHOR = 'app';
export const SLACK_AUTHOR = 'slack';

/** A modal or a Home as it is shown to one member. */
export type View = {
  readonly id: string;
  readonly hash: string;
  readonly memberId: string;
  /** What the app sent, with ids filled in where it gave none. */
  readonly content: Fields;
  readonly rootId: string;
  readonly previousId?: string | undefined;
  /** Inline errors of the last submission, by block_id. */
  readonly errors: Readonly<Record<string, string>>;
  /** Slack's own words when the last submission came to nothing. */
  readonly failure?: string | undefined;
};

/** One exchange between Slack and the app. */
export type LogEntry = {
  readonly id: number;
  /** The workspace that it was about; absent where it was about none, or any. */
  readonly teamId?: string | undefined;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly direction: 'to the app' | 'from the app';
  readonly name: string;
  readonly milliseconds: number;
  readonly outcome: string;
  readonly failed: boolean;
  readonly sent: unknown;
  readonly answer: unknown;
  readonly problems: readonly Problem[];
};

/** Something Slack tells a member outside of any message. */
export type Notice = {
  readonly id: number;
  readonly to: Audience;
  readonly text: string;
};

/** Who is told something: one member, or everybody in a workspace. */
export type Audience = { readonly memberId: string } | { readonly teamId: string };

/** Everything one member sees. */
export type Snapshot = {
  /** Ids of the workspaces that there are. */
  readonly teams: readonly string[];
  /** Whether the app is in the member's workspace. */
  readonly isInstalled: boolean;
  /** When it was removed from there, in milliseconds since 1970; absent where it is, or never was. */
  readonly removedAt?: number | undefined;
  readonly messages: readonly Message[];
  readonly modals: readonly View[];
  readonly home?: View | undefined;
  readonly notices: readonly Notice[];
  readonly fault: FaultKind;
  /** How far the workspace's clock is ahead of the machine's, in milliseconds. */
  readonly ahead: number;
  /** Whether the app has a Home tab at all. */
  readonly hasHome: boolean;
  /** Whether members may write to the app in its own conversation. */
  readonly isWritable: boolean;
  /** What the app offers in the composer's menu and in each message's. */
  readonly shortcuts: readonly Shortcut[];
};
