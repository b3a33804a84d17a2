import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { type Bot, createBot } from '../src/bot/create-bot.ts';
import type { Effects } from '../src/bot/effects.ts';
import { signatureOf, type UrlEvent } from '../src/bot/guard.ts';
import { singleToken } from '../src/bot/slack/tokens.ts';
import type { EntryContent } from '../src/entry.ts';
import { startEngine } from '../src/entry-points/embedded-engine.ts';
import { metricsOf } from '../src/entry-points/metrics.ts';
import { countUsage, inTrace, mark, traced } from '../src/entry-points/trace.ts';
import type { Member } from '../src/member.ts';
import { FIRST_SETTINGS } from '../src/member.ts';
import { createClient } from '../src/store/client.ts';
import { ensureTable } from '../src/store/ensure-table.ts';
import { logEntries } from '../src/store/log-entries.ts';
import { writeFirstUse } from '../src/store/prefs.ts';
import { createStore, type Store } from '../src/store/store.ts';
import { noteTag } from '../src/store/tags.ts';
import { type LocalDate, localDateOf } from '../src/time.ts';

export const SECRET = 'a-signing-secret-of-the-benchmark';
export const ZONE = 'Europe/Madrid';
export const LINE = '45m #writing';
export const TABLE = 'bench';

/** Runs `work` beside a table engine in memory. */
export async function withEngine(work: (endpoint: string) => Promise<void>): Promise<void> {
  const engine = await startEngine();
  try {
    await ensureTable(createClient({ endpoint: engine.endpoint, timeout: 10_000 }), TABLE);
    await work(engine.endpoint);
  } finally {
    await engine.stop();
  }
}

/** A store as the entry points make it. */
export function storeOn(client: DynamoDBDocumentClient): Store {
  return createStore({
    client,
    table: TABLE,
    now: Date.now,
    random: Math.random,
    pause: () => Promise.resolve(),
    onUsage: countUsage,
    onUnreadable: ({ sk, problem }) => {
      throw new Error(`${sk}: ${problem}`);
    },
  });
}

/** The bot as the entry points make it, but that its log goes nowhere (or to `log`) and it reaches no Slack but for `fetch`. */
export function botOn(
  store: Store,
  fetch: typeof globalThis.fetch = unreachable,
  log: Effects['log'] = (line) => void JSON.stringify({ ...line, ...METRICS(line) }),
): Bot {
  const settings = {
    signingSecret: SECRET,
    tokens: singleToken('xoxb-none', () => undefined),
    slackApiUrl: 'http://127.0.0.1:1/',
  };
  const bot = createBot(settings, store, {
    now: Date.now,
    fetch,
    log: (line) => log(inTrace(line)),
    mark,
    enqueue: () => Promise.reject(new Error('no command of the benchmark has work left over')),
  });
  return (event) => traced('bench', () => bot(event));
}

const METRICS = metricsOf({ functionName: 'bench', level: 'function' });

function unreachable(): Promise<never> {
  return Promise.reject(new Error('no command of the benchmark asks Slack for anything'));
}

export function benchMember(memberId: string): Member {
  return { workspaceId: 'T0BENCH', memberId };
}

/** An entry's content like the one that the line of the benchmark gives. */
export function content(date: LocalDate, said: Partial<EntryContent> = {}): EntryContent {
  return { date, zone: ZONE, seconds: 2700, measures: [], tags: ['writing'], ...said };
}

/** Makes somebody known, with so many entries today. */
export async function seedMember(store: Store, member: Member, entries: number): Promise<void> {
  await writeFirstUse(store, member, 'first', { ...FIRST_SETTINGS, zone: ZONE });
  // A plain log is one whose tags are known.
  await noteTag(store, member, 'writing');
  const today = localDateOf(Date.now(), ZONE);
  for (let index = 0; index < entries; index += 1) {
    const note = 'a few words on what this was';
    await logEntries(store, member, `seed ${index}`, [content(today, { seconds: 600 + index, note })]);
  }
}

/** A `/track` request as Slack sends and signs it at `now` (milliseconds). */
export function trackEvent(memberId: string, triggerId: string, now: number, text = LINE): UrlEvent {
  const body = new URLSearchParams({
    token: 'gIkuvaNzQIHg97ATvDxqgjtO',
    team_id: benchMember(memberId).workspaceId,
    team_domain: 'bench',
    channel_id: 'C000000001',
    channel_name: 'general',
    user_id: memberId,
    user_name: 'ana',
    command: '/track',
    text,
    api_app_id: 'A0STINT001',
    is_enterprise_install: 'false',
    response_url: 'http://127.0.0.1:1/commands/T0BENCH/1/none',
    trigger_id: triggerId,
  }).toString();
  return signed(body, 'application/x-www-form-urlencoded', now);
}

/** The event of a member who opens App Home, as Slack sends and signs it at `now` (milliseconds). */
export function homeOpenedEvent(memberId: string, now: number): UrlEvent {
  const event = { type: 'app_home_opened', user: memberId, channel: 'D000000001', tab: 'home' };
  const team_id = benchMember(memberId).workspaceId;
  const envelope = { type: 'event_callback', team_id, event_id: `Ev${now}`, event_time: now, event };
  return signed(JSON.stringify(envelope), 'application/json', now);
}

function signed(body: string, contentType: string, now: number): UrlEvent {
  const timestamp = String(Math.floor(now / 1000));
  return {
    headers: {
      'content-type': contentType,
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': signatureOf(body, timestamp, SECRET),
    },
    body,
    isBase64Encoded: false,
    requestContext: { http: { method: 'POST' } },
  };
}
