import type { Fields } from '../block-kit/problem.ts';
import { createApiCalls } from './api-calls.ts';
import { createComposer, type Send } from './composer.ts';
import { createDelivery, type Handler } from './delivery.ts';
import { startEmulator } from './emulator.ts';
import { createEvents } from './events.ts';
import { createFaults, type Faults } from './faults.ts';
import { createForms, type Forms } from './forms.ts';
import { createInteractions, type Interactions } from './interactions.ts';
import { createLog, type Log } from './log.ts';
import { EVERYTHING, type Manifest } from './manifest.ts';
import { createMessages } from './messages.ts';
import { createNotices, type Notices } from './notices.ts';
import { viewFields } from './payload-parts.ts';
import { createResponseUrls, type ResponseUrls } from './response-urls.ts';
import { openSavedState } from './saved-state.ts';
import type { LogEntry, Snapshot } from './snapshot.ts';
import { createTriggers } from './triggers.ts';
import { createViews } from './views.ts';
import { createWebApi } from './web-api.ts';
import { conversationsOf, type Person } from './workspace.ts';

/** What the app is told about the Slack it runs against. */
export type AppOptions = {
  readonly signingSecret: string;
  readonly botToken: string;
  readonly slackApiUrl: string;
  /** For the Web API and response URLs; refuses everything else. */
  readonly fetch: typeof fetch;
};

export type CreateHandler = (options: AppOptions) => Handler | Promise<Handler>;

export type SlackOptions = {
  readonly createHandler: CreateHandler;
  /** Where response URLs begin, on the loopback interface. */
  readonly responseUrlBase: string;
  /** Where messages are kept; without it they end with the process. */
  readonly dataDir?: string | undefined;
  /** Milliseconds since 1970, for all that expires. */
  readonly now?: (() => number) | undefined;
  /** What the app asked Slack for; without it everything is sent. */
  readonly manifest?: Manifest | undefined;
  readonly patienceMs?: number | undefined;
  readonly retryDelaysMs?: readonly number[] | undefined;
};

/** A Slack workspace with one app in it, without a screen. */
export type SlackStandIn = Interactions &
  Forms & {
    readonly send: Send;
    /** Opens the App Home: the app hears `app_home_opened`. */
    readonly openHome: (person: Person) => Promise<void>;
    /** Sends an event, if the app subscribes to it. */
    readonly sendEvent: (event: Fields) => Promise<void>;
    readonly snapshot: (person: Person) => Snapshot;
    readonly log: Log;
    readonly faults: Faults;
    readonly notices: Notices;
    readonly responseUrls: ResponseUrls;
    /** Hears of every change and every exchange until it is called off. */
    readonly listen: (listener: Listener) => () => void;
    readonly stop: () => Promise<void>;
  };

export type Listener = { readonly changed: () => void; readonly logged: (entry: LogEntry) => void };

export const SIGNING_SECRET = 'playground-signing-secret';

/** Starts the workspace and the app in it. */
export async function startSlack(options: SlackOptions): Promise<SlackStandIn> {
  const { now = Date.now, patienceMs = 3000, manifest = EVERYTHING } = options;
  const listeners = new Set<Listener>();
  const state = await openSavedState(options.dataDir);
  const emulator = await startEmulator();

  function changed(): void {
    state.save({ messages: messages.all(), homes: views.homes() });
    for (const listener of listeners) listener.changed();
  }

  const messages = createMessages(state.initial.messages, now, changed);
  const views = createViews(state.initial.homes, changed);
  const notices = createNotices(changed);
  const faults = createFaults();
  const triggers = createTriggers(now);
  const log = createLog(now, (entry) => {
    for (const listener of listeners) listener.logged(entry);
  });
  const responseUrls = createResponseUrls(options.responseUrlBase, messages, now);
  const calls = createApiCalls({ emulator, messages, views, triggers, now });
  const { apiUrl, botToken } = emulator;
  const { announce } = notices;
  const fetch = createWebApi({ apiUrl, calls, responseUrls, faults, log, announce });
  const handler = await options.createHandler({
    signingSecret: SIGNING_SECRET,
    botToken,
    slackApiUrl: apiUrl,
    fetch,
  });
  const delivery = createDelivery({ handler, signingSecret: SIGNING_SECRET, log, now, patienceMs });
  const events = createEvents(delivery, now, options.retryDelaysMs);
  async function sendEvent(event: Fields): Promise<void> {
    const isWanted = manifest.events === 'all' || manifest.events.includes(`${event['type']}`);
    if (isWanted) await events.send(event);
  }

  const parts = { delivery, messages, views, triggers, responseUrls, notices, calls };

  return {
    ...createInteractions(parts),
    ...createForms(parts),
    send: createComposer(parts),
    async openHome(person) {
      const home = views.homeOf(person.id);
      await sendEvent({
        type: 'app_home_opened',
        user: person.id,
        channel: person.directMessageId,
        tab: 'home',
        event_ts: `${now() / 1000}`,
        ...(home && { view: viewFields(home, {}) }),
      });
    },
    sendEvent,
    snapshot: (person) => ({
      messages: messages.visibleTo(
        person.id,
        conversationsOf(person).map(({ id }) => id),
      ),
      modals: views.stackOf(person.id),
      home: views.homeOf(person.id),
      notices: notices.for(person.id),
      fault: faults.current(),
      hasHome: manifest.hasHome,
    }),
    log,
    faults: {
      ...faults,
      set(kind) {
        faults.set(kind);
        changed();
      },
    },
    notices,
    responseUrls,
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async stop() {
      events.stop();
      listeners.clear();
      await state.flush();
      await emulator.stop();
    },
  };
}
