import type { Fields } from '../block-kit/problem.ts';
import { createApiCalls } from './api-calls.ts';
import { type ClockWork, createClock, endOf, type Journey } from './clock.ts';
import { createComposer, type Send } from './composer.ts';
import { createDelivery, type Handler } from './delivery.ts';
import { startEmulator } from './emulator.ts';
import { createEvents } from './events.ts';
import { createFaults, type Faults } from './faults.ts';
import { type Followed, follow } from './follow-link.ts';
import { createForms, type Forms } from './forms.ts';
import { createInteractions, type Interactions } from './interactions.ts';
import { createLog, type Log } from './log.ts';
import { EVERYTHING, isSubscribed, type Manifest } from './manifest.ts';
import { type MemberEvent, type Tab, tabOpened } from './member-events.ts';
import { createMessages } from './messages.ts';
import { createNotices, type Notices } from './notices.ts';
import { createResponseUrls, type ResponseUrls } from './response-urls.ts';
import { openSavedState } from './saved-state.ts';
import type { LogEntry, Snapshot } from './snapshot.ts';
import { createTriggers } from './triggers.ts';
import { createUploads, type StoredFile } from './uploads.ts';
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
  /** The time in this workspace, which may be ahead of the machine's. */
  readonly now: () => number;
  /** Tells what the app does by the clock, so that it is done when the clock is sent ahead. */
  readonly keepClock: (work: ClockWork) => void;
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
    /** Opens the App Home, unless another tab is named: the app hears `app_home_opened`. */
    readonly openHome: (person: Person, tab?: Tab) => Promise<void>;
    /** Sends an event, if the app subscribes to its type. */
    readonly sendEvent: (event: Fields) => Promise<void>;
    readonly snapshot: (person: Person) => Snapshot;
    /** Sends the clock ahead, on the clock of whoever asks; all that is due until then comes on the way. */
    readonly travel: (person: Person, journey: Journey) => Promise<void>;
    readonly log: Log;
    readonly faults: Faults;
    readonly notices: Notices;
    readonly responseUrls: ResponseUrls;
    /** A file that was shared; `undefined` where there is none of this id any more. */
    readonly findFile: (id: string) => StoredFile | undefined;
    /** What the app answers to a browser that follows a link to it. */
    readonly follow: (path: string) => Promise<Followed>;
    /** Hears of every change and every exchange until it is called off. */
    readonly listen: (listener: Listener) => () => void;
    readonly stop: () => Promise<void>;
  };

export type Listener = { readonly changed: () => void; readonly logged: (entry: LogEntry) => void };

export const SIGNING_SECRET = 'playground-signing-secret';

/** Starts the workspace and the app in it. */
export async function startSlack(options: SlackOptions): Promise<SlackStandIn> {
  const { now: machine = Date.now, patienceMs = 3000, manifest = EVERYTHING } = options;
  const listeners = new Set<Listener>();
  const state = await openSavedState(options.dataDir);
  const emulator = await startEmulator(manifest.scopes);

  function changed(): void {
    state.save({ messages: messages.all(), homes: views.homes(), ahead: clock.ahead() });
    for (const listener of listeners) listener.changed();
  }

  const clock = createClock(machine, state.initial.ahead ?? 0, changed);
  const { now } = clock;
  const messages = createMessages(state.initial.messages, now, changed);
  const views = createViews(state.initial.homes, changed);
  const notices = createNotices(changed);
  const faults = createFaults();
  const triggers = createTriggers(now);
  const log = createLog(now, (entry) => {
    for (const listener of listeners) listener.logged(entry);
  });
  const responseUrls = createResponseUrls(options.responseUrlBase, messages, now);
  const uploads = createUploads();
  const calls = createApiCalls({ emulator, messages, views, triggers, uploads, now });
  const { apiUrl, botToken } = emulator;
  const { announce } = notices;
  const fetch = createWebApi({ apiUrl, calls, responseUrls, uploads, faults, log, announce });
  const handler = await options.createHandler({
    signingSecret: SIGNING_SECRET,
    botToken,
    slackApiUrl: apiUrl,
    fetch,
    now,
    keepClock: clock.keep,
  });
  const { host } = new URL(options.responseUrlBase);
  const delivery = createDelivery({ handler, signingSecret: SIGNING_SECRET, log, now, patienceMs, host });
  const events = createEvents(delivery, now, options.retryDelaysMs);
  async function hear({ name, event }: MemberEvent): Promise<void> {
    if (isSubscribed(manifest, name)) await events.send(event);
  }

  const parts = { delivery, messages, views, triggers, responseUrls, notices, calls, manifest, hear };

  return {
    ...createInteractions(parts),
    ...createForms(parts),
    send: createComposer(parts),
    openHome: (person, tab = 'home') => hear(tabOpened(person, tab, views.homeOf(person.id), now())),
    travel: (person, journey) => clock.travel((from) => endOf(journey, from, person.zone)),
    sendEvent: (event) => hear({ name: nameOf(event), event }),
    snapshot: (person) => ({
      messages: messages.visibleTo(
        person.id,
        conversationsOf(person).map(({ id }) => id),
      ),
      modals: views.stackOf(person.id),
      home: views.homeOf(person.id),
      notices: notices.for(person.id),
      fault: faults.current(),
      ahead: now() - Date.now(),
      hasHome: manifest.hasHome,
      isWritable: manifest.isWritable,
      shortcuts: manifest.shortcuts === 'all' ? [] : manifest.shortcuts,
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
    findFile: uploads.find,
    follow: (path) => follow(handler, path),
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

/** What an app subscribes to for this event: messages are named by the kind of their conversation. */
function nameOf({ type, channel_type: kind }: Fields): string {
  return type === 'message' ? `message.${kind}` : `${type}`;
}
