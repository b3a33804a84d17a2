import * as z from 'zod';
import { APP } from './workspace.ts';

/** A shortcut of the app: global ones stand in the composer's menu, those of messages in each message's. */
export type Shortcut = {
  readonly type: 'global' | 'message';
  readonly callbackId: string;
  readonly name: string;
  readonly description: string;
};

/** What an app's manifest asks Slack for, as far as the playground does it. */
export type Manifest = {
  /** Whether the app has a Home tab. */
  readonly hasHome: boolean;
  /** Whether members may write to the app in its own conversation. */
  readonly isWritable: boolean;
  /** Names of the events the app is sent; `all` for an app that has no manifest. */
  readonly events: readonly string[] | 'all';
  readonly shortcuts: readonly Shortcut[] | 'all';
  /** Scopes of the app's token. */
  readonly scopes: readonly string[];
};

const shortcut = z
  .object({
    type: z.enum(['global', 'message']),
    callback_id: z.string(),
    name: z.string(),
    description: z.string(),
  })
  .transform(({ callback_id: callbackId, ...rest }) => ({ ...rest, callbackId }));

const schema = z.object({
  features: z.object({
    app_home: z
      .object({
        home_tab_enabled: z.boolean().default(false),
        messages_tab_enabled: z.boolean().default(true),
        messages_tab_read_only_enabled: z.boolean().default(true),
      })
      .optional(),
    shortcuts: z.array(shortcut).default([]),
  }),
  oauth_config: z.object({
    scopes: z.object({ bot: z.array(z.string()), bot_optional: z.array(z.string()).default([]) }),
  }),
  settings: z.object({
    event_subscriptions: z.object({ bot_events: z.array(z.string()).default([]) }).optional(),
  }),
});

/** For an app without a manifest nothing is held back. */
export const EVERYTHING: Manifest = {
  hasHome: true,
  isWritable: true,
  events: 'all',
  shortcuts: 'all',
  scopes: APP.scopes,
};

/** Events that Slack sends only to an app with this scope. */
const SCOPE_OF_EVENT: Readonly<Record<string, string>> = {
  app_mention: 'app_mentions:read',
  'message.im': 'im:history',
};

/** Reads the text of a `manifest.json`; throws when it is none, or when an event lacks its scope, as Slack refuses it. */
export function readManifest(text: string): Manifest {
  const { features, oauth_config, settings } = schema.parse(JSON.parse(text));
  const events = settings.event_subscriptions?.bot_events ?? [];
  const { bot, bot_optional } = oauth_config.scopes;
  // Whoever installs the app here grants what it would like to have, too.
  const scopes = [...bot, ...bot_optional];
  for (const event of events) {
    const needed = SCOPE_OF_EVENT[event];
    if (needed !== undefined && !scopes.includes(needed))
      throw new Error(`The manifest asks for ${event} without the scope ${needed}.`);
  }
  return {
    hasHome: features.app_home?.home_tab_enabled ?? false,
    isWritable: features.app_home?.messages_tab_read_only_enabled === false,
    events,
    shortcuts: features.shortcuts,
    scopes,
  };
}

/** Whether the app is sent an event of this name. */
export function isSubscribed({ events }: Manifest, name: string): boolean {
  return events === 'all' || events.includes(name);
}

/** Whether the app has this shortcut. */
export function hasShortcut({ shortcuts }: Manifest, type: Shortcut['type'], callbackId: string): boolean {
  if (shortcuts === 'all') return true;
  return shortcuts.some((each) => each.type === type && each.callbackId === callbackId);
}
