import { CALLBACK_PATH, type Installer } from '../../src/bot/installs/create-installer.ts';
import type { Fields } from '../block-kit/problem.ts';
import { createApiCalls } from './api-calls.ts';
import type { CountKept, CreateHandler } from './app-options.ts';
import { createClock, endOf, type Journey } from './clock.ts';
import { createComposer, type Send } from './composer.ts';
import { type Consents, createConsents } from './consents.ts';
import { createDelivery } from './delivery.ts';
import { CREDENTIALS } from './emulator.ts';
import { startEmulators, type TeamEmulator } from './emulators.ts';
import { createEvents } from './events.ts';
import { createFaults, type Faults } from './faults.ts';
import { type Followed, follow } from './follow-link.ts';
import { createForms, type Forms } from './forms.ts';
import { createGrants } from './grants.ts';
import { createInteractions, type Interactions } from './interactions.ts';
import { createLog, type Log } from './log.ts';
import { createLook } from './look.ts';
import { EVERYTHING, isSubscribed, type Manifest } from './manifest.ts';
import { type MemberEvent, type Tab, tabOpened } from './member-events.ts';
import { createMessages } from './messages.ts';
import { createNotices, type Notices } from './notices.ts';
import { createUninstall, type Uninstall } from './removal.ts';
import { createResponseUrls, type ResponseUrls } from './response-urls.ts';
import { grantedIn, openSavedState } from './saved-state.ts';
import type { LogEntry, Snapshot } from './snapshot.ts';
import { createTeamCalls } from './team-calls.ts';
import { createTriggers } from './triggers.ts';
import { createUploads, type StoredFile } from './uploads.ts';
import { createViews } from './views.ts';
import { createWebApi } from './web-api.ts';
import { type Person, TEAM, type Team } from './workspace.ts';

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
  /** The workspaces; the first one alone unless told. */
  readonly teams?: readonly Team[] | undefined;
  readonly patienceMs?: number | undefined;
  readonly retryDelaysMs?: readonly number[] | undefined;
};

/** Slack with one app, without a screen. */
export type SlackStandIn = Interactions &
  Forms & {
    readonly send: Send;
    /** Opens the App Home, unless another tab is named: the app hears `app_home_opened`. */
    readonly openHome: (person: Person, tab?: Tab) => Promise<void>;
    /** Sends an event of the first workspace, if the app subscribes to its type. */
    readonly sendEvent: (event: Fields) => Promise<void>;
    readonly snapshot: (person: Person) => Snapshot;
    /** Sends the clock ahead, on the clock of whoever asks; all that is due until then comes on the way. */
    readonly travel: (person: Person, journey: Journey) => Promise<void>;
    /** What Slack does while the app is installed. */
    readonly consents: Consents;
    readonly uninstall: Uninstall;
    /** Answers the pages on which the app is installed; `undefined` for one that has none. */
    readonly installer: () => Installer | undefined;
    /** As many rows the app keeps of a member's workspace; `undefined` for an app that does not tell. */
    readonly countKept: (person: Person) => Promise<number | undefined>;
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

/** Starts the workspaces and the app in them. */
export async function startSlack(options: SlackOptions): Promise<SlackStandIn> {
  const { now: machine = Date.now, patienceMs = 3000, manifest = EVERYTHING, teams = [TEAM] } = options;
  const listeners = new Set<Listener>();
  const state = await openSavedState(options.dataDir);
  const redirectUrl = new URL(CALLBACK_PATH, options.responseUrlBase).href;
  const grants = createGrants(grantedIn(state.initial), changed);
  const emulators = await startEmulators(teams, {
    scopes: manifest.scopes,
    grants: grants.all(),
    redirectUrl,
  });

  function changed(): void {
    state.save({
      messages: messages.all(),
      homes: views.homes(),
      ahead: clock.ahead(),
      grants: grants.all(),
      removals: grants.removals(),
    });
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
  const consents = createConsents(emulators, grants);
  const screen = { messages, views, triggers, uploads, now };
  const callsOf = ({ team, emulator }: TeamEmulator) => createApiCalls({ team, emulator, ...screen });
  const teamCalls = new Map([...emulators].map(([id, each]) => [id, callsOf(each)]));
  const calls = createTeamCalls({ teams: teamCalls, grants, consents });
  const apiUrl = new URL('/slack/api/', options.responseUrlBase).href;
  const fetch = createWebApi({ apiUrl, calls, grants, responseUrls, uploads, faults, log, notices });
  let installer: Installer | undefined;
  let count: CountKept | undefined;
  const handler = await options.createHandler({
    ...CREDENTIALS,
    signingSecret: SIGNING_SECRET,
    botToken: grants.all().find(({ teamId }) => teamId === TEAM.id)?.token ?? '',
    redirectUrl,
    grants: grants.all(),
    slackApiUrl: apiUrl,
    fetch,
    now,
    keepClock: clock.keep,
    keepInstaller(wanted) {
      installer = wanted;
    },
    keepCount(wanted) {
      count = wanted;
    },
  });
  const { host } = new URL(options.responseUrlBase);
  const delivery = createDelivery({ handler, signingSecret: SIGNING_SECRET, log, now, patienceMs, host });
  const events = createEvents(delivery, now, options.retryDelaysMs);
  async function hear({ name, teamId, event }: MemberEvent): Promise<void> {
    if (isSubscribed(manifest, name) && grants.isInstalled(teamId)) await events.send(event, teamId);
  }

  const parts = { delivery, messages, views, triggers, responseUrls, notices, calls, manifest, grants, hear };

  const look = createLook({ messages, views, notices, faults, grants, manifest });
  return {
    ...createInteractions(parts),
    ...createForms(parts),
    send: createComposer(parts),
    openHome: (person, tab = 'home') => hear(tabOpened(person, tab, views.homeOf(person.id), now())),
    travel: (person, journey) => clock.travel((from) => endOf(journey, from, person.zone)),
    sendEvent: (event) => hear({ name: nameOf(event), teamId: TEAM.id, event }),
    consents,
    uninstall: createUninstall({ grants, views, events, manifest, now }),
    installer: () => installer,
    countKept: async ({ teamId }) => count?.(teamId),
    snapshot: (person) => ({
      ...look(person),
      teams: teams.map(({ id }) => id),
      ahead: now() - Date.now(),
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
      await Promise.all([...emulators.values()].map(({ emulator }) => emulator.stop()));
    },
  };
}

/** What an app subscribes to for this event: messages are named by the kind of their conversation. */
function nameOf({ type, channel_type: kind }: Fields): string {
  return type === 'message' ? `message.${kind}` : `${type}`;
}
