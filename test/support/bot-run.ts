import type { LambdaFunctionURLEvent } from 'aws-lambda';
import { isFields } from '../../playground/block-kit/problem.ts';
import type { Handler } from '../../playground/slack/delivery.ts';
import { stateOf } from '../../playground/slack/form-values.ts';
import { payloadRequest, viewSubmission } from '../../playground/slack/payloads.ts';
import { lambdaContext, signedEvent } from '../../playground/slack/signed-event.ts';
import { SIGNING_SECRET, type SlackStandIn, startSlack } from '../../playground/slack/slack.ts';
import type { View } from '../../playground/slack/snapshot.ts';
import { GENERAL, PEOPLE, type Person, TEAM } from '../../playground/slack/workspace.ts';
import { type Bot, createBot } from '../../src/bot/create-bot.ts';
import type { Effects, LogLine } from '../../src/bot/effects.ts';
import { createWorker } from '../../src/bot/jobs/create-worker.ts';
import type { Job } from '../../src/bot/jobs/job.ts';
import { tryJob } from '../../src/bot/jobs/run-job.ts';
import type { Worker } from '../../src/bot/jobs/worker.ts';
import { singleToken, type TokenSource } from '../../src/bot/slack/tokens.ts';
import { createJobQueue, type JobQueue } from '../../src/entry-points/job-queue.ts';
import { countUsage, inTrace, mark, traced } from '../../src/entry-points/trace.ts';
import { FIRST_SETTINGS } from '../../src/member.ts';
import { moveCursor } from '../../src/store/due.ts';
import { writeFirstUse } from '../../src/store/prefs.ts';
import { type Store, type Tally, withTally } from '../../src/store/store.ts';
import { freshStore } from './engine.ts';
import { type Filled, valuesFor } from './filled.ts';
import { blocksOf, createHands, type Hands } from './hands.ts';
import { MANIFEST, WITHOUT_OPTIONAL } from './manifest.ts';
import { twoPeople } from './people.ts';
import { type Asked, askedNothing, permitted } from './permitted.ts';

export const [ANA, BEN] = twoPeople();

/** A Wednesday, 18:05 in Madrid and 12:05 in New York. */
export const NOW = Date.UTC(2026, 8, 16, 16, 5);

const DAY_MS = 86_400_000;

/** The real bot on the real engine, driven as a member would through the Slack stand-in. */
export type BotRun = Hands & {
  readonly slack: SlackStandIn;
  readonly store: Store;
  /** What everything so far cost the table. */
  readonly tally: Readonly<Tally>;
  readonly handler: Handler;
  /** What the clockwork and the jobs of the same app work with. */
  readonly worker: Worker;
  /** What the bot and the worker asked of the table: each may do what its function on AWS may, and no more. */
  readonly asked: Asked;
  /** What left the requests; `idle` waits until all of it is done. */
  readonly jobs: JobQueue;
  readonly clock: { now: number };
  readonly logged: LogLine[];
  /** Types after `/track` and gives back what the member then sees last. */
  readonly track: (text: string, person?: Person) => Promise<string>;
  /** Sends a form that was open before, as a second device or a second click would. */
  readonly resubmit: (view: View | undefined, filled: Filled) => Promise<void>;
  /** Delivers the last command's request once more, to the letter. */
  readonly repeatLastCommand: () => Promise<void>;
  /** Delivers the last event once more, as Slack does when it got no answer. */
  readonly repeatLastEvent: () => Promise<void>;
  /** The texts that repeated commands were answered with. */
  readonly repeated: () => readonly string[];
  /** Everything that Slack would have refused or shown as a failure so far. */
  readonly problems: () => readonly string[];
  readonly stop: () => Promise<void>;
};

export type BotRunOptions = {
  readonly now?: number;
  /** True where nobody has used the app yet: the first answer to each person asks Slack for their zone and welcomes them. */
  readonly isNew?: boolean;
  /** False where the workspace has not granted what the app would only like to have: `files:write`. */
  readonly grantsOptional?: boolean;
  /** Comes between the bot and Slack, to hold calls back or lose them. */
  readonly through?: (real: typeof fetch) => typeof fetch;
  /** True where the log tells of each request what it came to, as in a process of its own. */
  readonly isTraced?: boolean;
  /** What takes work out of a request in place of the queue. */
  readonly enqueue?: Effects['enqueue'];
  /** Where the bot's token comes from, if it is not simply there. */
  readonly tokens?: TokenSource;
  /** Comes between Slack and the bot: another way for requests to get there. */
  readonly carry?: (bot: Bot, effects: Effects) => Bot;
};

export async function runBot({
  now = NOW,
  isNew = false,
  grantsOptional = true,
  through = (real) => real,
  carry = (bot) => bot,
  isTraced = false,
  tokens,
  enqueue,
}: BotRunOptions = {}): Promise<BotRun> {
  const clock = { now };
  const logged: LogLine[] = [];
  const { store, tally } = withTally(await freshStore({ now: () => clock.now, onUsage: countUsage }));
  if (!isNew) await Promise.all(PEOPLE.map((person) => meet(store, person)));
  // The clockwork has been at work: a first tick ever would look through a month.
  await moveCursor(store, undefined, now - DAY_MS);
  const asked = askedNothing();
  let handler: Handler | undefined;
  let worker: Worker | undefined;
  let lastCommand: LambdaFunctionURLEvent | undefined;
  let lastEvent: LambdaFunctionURLEvent | undefined;
  const repeated: string[] = [];
  const log = (line: LogLine) => void logged.push(inTrace(line));
  let requests = 0;
  const run = async (job: Job, isLast: boolean) => {
    if (worker !== undefined) await tryJob(worker, job, isLast);
  };
  const jobs = createJobQueue(run, { log, pause: async () => undefined });
  const slack = await startSlack({
    createHandler: (app) => {
      const effects = {
        now: () => clock.now,
        // A busy machine may keep a test waiting for longer than Slack would wait.
        signalAfter: () => new AbortController().signal,
        fetch: through(app.fetch),
        log,
        enqueue: enqueue ?? jobs.enqueue,
        ...(isTraced ? { mark } : {}),
      };
      const settings = { ...app, tokens: tokens ?? singleToken(app.botToken, log) };
      const bot = carry(
        createBot(settings, permitted({ ...store, triesWhenCrowded: 1 }, 'slack', asked), effects),
        effects,
      );
      worker = createWorker(settings, permitted(store, 'worker', asked), effects);
      handler = async (event) => {
        if (event.body !== undefined && decoded(event).includes('command=')) lastCommand = event;
        if (event.body !== undefined && decoded(event).includes('"event_callback"')) lastEvent = event;
        requests += 1;
        return isTraced ? traced(`request ${requests}`, () => bot(event)) : bot(event);
      };
      return handler;
    },
    responseUrlBase: 'http://127.0.0.1:1/response/',
    now: () => clock.now,
    manifest: grantsOptional ? MANIFEST : WITHOUT_OPTIONAL,
  });
  if (handler === undefined || worker === undefined) throw new Error('the stand-in made no handler');

  const hands = createHands(slack);
  return {
    slack,
    store,
    tally,
    asked,
    handler,
    worker,
    jobs,
    clock,
    logged,
    ...hands,
    async track(text, person = ANA) {
      await slack.send(person, GENERAL.id, `/track ${text}`);
      return hands.lastText(person);
    },
    async resubmit(view, filled) {
      if (view === undefined || handler === undefined) throw new Error('no form was open');
      const entered = valuesFor(blocksOf(view), filled);
      if (await slack.submit(ANA, view.id, entered)) return;
      const { values } = stateOf(blocksOf(view), entered);
      const request = payloadRequest(viewSubmission(ANA, view, 'T.again', values, []));
      await handler(signedEvent(request, SIGNING_SECRET, clock.now), lambdaContext());
    },
    async repeatLastCommand() {
      if (lastCommand === undefined || handler === undefined) throw new Error('no command was typed');
      const result = await handler(lastCommand, lambdaContext());
      const body: unknown = typeof result === 'string' ? undefined : JSON.parse(result.body ?? '{}');
      repeated.push(isFields(body) ? `${body['text']}` : '');
    },
    async repeatLastEvent() {
      if (lastEvent === undefined || handler === undefined) throw new Error('nothing happened');
      await handler(lastEvent, lambdaContext());
    },
    repeated: () => repeated,
    problems: () => [
      ...logged.filter(({ level }) => level === 'error').map((line) => JSON.stringify(line)),
      ...slack.log
        .entries()
        .filter(({ failed, problems }) => failed || problems.length > 0)
        .map(({ name, outcome, problems }) => `${name}: ${outcome} ${JSON.stringify(problems)}`),
      ...PEOPLE.flatMap((person) => slack.snapshot(person).notices.map(({ text }) => text)),
    ],
    async stop() {
      await jobs.stop();
      await slack.stop();
    },
  };
}

async function meet(store: Store, { id, zone }: Person): Promise<void> {
  await writeFirstUse(store, { workspaceId: TEAM.id, memberId: id }, 'met', { ...FIRST_SETTINGS, zone });
}

function decoded({ body = '', isBase64Encoded }: LambdaFunctionURLEvent): string {
  return isBase64Encoded ? Buffer.from(body, 'base64').toString('utf8') : body;
}
