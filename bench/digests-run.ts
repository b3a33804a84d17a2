// Started by bench/digests.ts, in a process of its own, so that its memory is what one run takes: reads what it needs as JSON from
// its argument, and prints one JSON line.

import { showTeamReportNow } from '../src/bot/commands/team/team-report.ts';
import type { LogLine } from '../src/bot/effects.ts';
import { createWorker } from '../src/bot/jobs/create-worker.ts';
import type { Job } from '../src/bot/jobs/job.ts';
import { runJob } from '../src/bot/jobs/run-job.ts';
import type { Worker } from '../src/bot/jobs/worker.ts';
import { handOut } from '../src/bot/schedule/hand-out.ts';
import type { Pace } from '../src/bot/slack/pace.ts';
import { createPoster } from '../src/bot/slack/poster.ts';
import { singleToken } from '../src/bot/slack/tokens.ts';
import { createClient } from '../src/store/client.ts';
import { readHome } from '../src/store/home.ts';
import { createStore, type Store, withTally } from '../src/store/store.ts';
import { localDateOf } from '../src/time.ts';
import { type DigestRun, type DigestTask, digestRun, digestTask } from './digests-wire.ts';
import { ZONE } from './support.ts';

/** As many errands at once as two of AWS's batches. */
const AT_ONCE = 10;
const PERIOD = { since: '2026-09-14', until: '2026-09-20' };

async function measure({ endpoint, table, workspaceId, now, what }: DigestTask): Promise<DigestRun> {
  const started = performance.now();
  const clock = () => now + Math.floor(performance.now() - started);
  const { store, tally } = withTally(
    createStore({
      client: createClient({ endpoint, timeout: 10_000 }),
      table,
      now: clock,
      random: Math.random,
      pause: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    }),
  );
  const memory = watchMemory();
  const work = what === 'digests' ? digests : report;
  const before = process.cpuUsage();
  const from = performance.now();
  const done = await work(store, clock, workspaceId);
  const { user, system } = process.cpuUsage(before);
  memory.stop();
  return digestRun.parse({
    done,
    seconds: (performance.now() - from) / 1000,
    cpuSeconds: (user + system) / 1e6,
    liveMegabytes: memory.most,
    ...tally,
  });
}

/** The most that is alive at any time: what lies about until it is swept depends on the machine alone. */
function watchMemory(): { readonly most: number; stop(): void } {
  let most = 0;
  const look = () => {
    globalThis.gc?.();
    most = Math.max(most, process.memoryUsage().heapUsed / 1e6);
  };
  const timer = setInterval(look, 1000);
  return {
    get most() {
      return most;
    },
    stop() {
      look();
      clearInterval(timer);
    },
  };
}

/** A tick, and every job that it hands out, with a Slack that takes each message at once. */
async function digests(store: Store, now: () => number): Promise<number> {
  const jobs: Job[] = [];
  const worker = workerOn(store, now, async (job) => void jobs.push(job));
  await handOut(worker);
  let sent = 0;
  // The weekly upkeep of some is due by then too, and is no part of this.
  const waiting = jobs.filter((job) => job.kind === 'errand' && job.due.errand === 'digest').values();
  const work = async () => {
    for (const job of waiting) {
      await runJob(worker, job);
      sent += 1;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return sent;
}

/** The week of everybody, as the first member, who is a lead, asks for it. */
async function report(store: Store, now: () => number, workspaceId: string): Promise<number> {
  const member = { workspaceId, memberId: 'U0' };
  const { directory } = workerOn(store, now, async () => undefined);
  const { prefs } = await readHome(store, member, PERIOD.since);
  if (prefs === undefined) throw new Error('the first member is not there');
  const reader = { store, directory, member, prefs, today: localDateOf(now(), ZONE) };
  const asked = { period: PERIOD, by: 'tag' as const, tags: [], members: [] };
  const { text } = await showTeamReportNow(reader, asked, false);
  if (!text.includes('#writing')) throw new Error(`no report: ${text.slice(0, 200)}`);
  return 1;
}

/** Slack's pace is left out: what is measured is how fast this is without it. */
const NO_PACE: Pace = { turn: async () => 0, heldFor: () => 0, hold: () => undefined };

function workerOn(store: Store, now: () => number, enqueue: Worker['enqueue']): Worker {
  const settings = {
    tokens: singleToken('xoxb-none', () => undefined),
    slackApiUrl: 'http://127.0.0.1:1/',
    signingSecret: 'a-signing-secret-of-the-benchmark',
  };
  const fetch = async () => Response.json({ ok: true, ts: '1.1' });
  const log = ({ level, event, why }: LogLine) => {
    if (level === 'error') throw new Error(`${event}: ${why}`);
  };
  const effects = { now, fetch, log, enqueue };
  const post = createPoster({ ...settings, pace: NO_PACE }, effects);
  return { ...createWorker(settings, store, effects), post, pace: NO_PACE };
}

console.log(JSON.stringify(await measure(digestTask.parse(JSON.parse(process.argv[2] ?? '')))));
