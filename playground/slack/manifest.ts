import * as z from 'zod';

/** What an app's manifest asks Slack for, as far as the playground does it. */
export type Manifest = {
  /** Whether the app has a Home tab. */
  readonly hasHome: boolean;
  /** Names of the events the app is sent; `all` for an app that has no manifest. */
  readonly events: readonly string[] | 'all';
};

const schema = z.object({
  features: z.object({ app_home: z.object({ home_tab_enabled: z.boolean().default(false) }).optional() }),
  settings: z.object({
    event_subscriptions: z.object({ bot_events: z.array(z.string()).default([]) }).optional(),
  }),
});

/** For an app without a manifest nothing is held back. */
export const EVERYTHING: Manifest = { hasHome: true, events: 'all' };

/** Reads the text of a `manifest.json`; throws when it is none. */
export function readManifest(text: string): Manifest {
  const { features, settings } = schema.parse(JSON.parse(text));
  return {
    hasHome: features.app_home?.home_tab_enabled ?? false,
    events: settings.event_subscriptions?.bot_events ?? [],
  };
}
