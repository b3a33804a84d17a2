import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { dayTotal } from '../src/bot/day.ts';
import { inspect, type UrlEvent } from '../src/bot/guard.ts';
import { recentlySince } from '../src/bot/know-member.ts';
import { confirm } from '../src/bot/messages/confirmation.ts';
import { readCommandBody, requestedAtOf } from '../src/bot/requests.ts';
import { encodeUndo } from '../src/bot/wire/undo-value.ts';
import { readLine } from '../src/phrase/read-line.ts';
import { readHome } from '../src/store/home.ts';
import { logEntries } from '../src/store/log-entries.ts';
import { localDateOf } from '../src/time.ts';
import { warningsFor } from '../src/warning.ts';
import { emptyBolt } from './empty-bolt.ts';
import { type Exchange, replaying } from './exchange.ts';
import { checkSignature } from './floor.ts';
import { inTurns } from './in-turns.ts';
import { median, microseconds, percent, table } from './print.ts';
import { benchMember, botOn, LINE, SECRET, storeOn, TABLE, trackEvent, ZONE } from './support.ts';

/**
 * Where a command's time beyond its floor goes: each part alone, against a table that answers at once. `measured` are the
 * medians of both against the real table, in milliseconds.
 */
export async function printParts(
  entries: number,
  exchanges: readonly Exchange[],
  measured: { readonly command: number; readonly floor: number },
): Promise<void> {
  const client = replaying(exchanges);
  const event = trackEvent('UASK0', '8412.7216.parts', Date.now());
  const taken = await inTurns(await partsOf(client, event), { rounds: 800, warmUp: 300 });
  const p50 = (name: Parameters<typeof taken>[0]) => median(taken(name).wall);

  const parts: readonly (readonly [string, number])[] = [
    ['guard, without its HMAC', p50('guard') - p50('hmac')],
    ['Bolt, with an empty listener', p50('bolt')],
    ['the payload through its schema', p50('payload')],
    ['reading the line', p50('line')],
    ['home read: layer and schemas', p50('home') - p50('send')],
    ['write: row, schema, expression', p50('write') - p50('send')],
    ['building the reply', p50('reply')],
  ];
  const whole = p50('whole') - p50('hmac') - 2 * p50('send');
  const rest = whole - parts.reduce((sum, [, time]) => sum + time, 0);
  const rows = [
    ...parts,
    ['the rest (context, promises, dates)', rest],
    ['all of it', whole],
    ['measured against the real table', measured.command - measured.floor],
  ] as const;
  table(
    [`above the floor, ${entries} entries`, 'p50', 'of the floor'],
    rows.map(([name, time]) => [name, microseconds(time), percent(time / measured.floor)]),
  );
}

async function partsOf(client: DynamoDBDocumentClient, event: UrlEvent) {
  const store = storeOn(client);
  const bot = botOn(store);
  const member = benchMember('UASK0');
  const now = Date.now();
  const today = localDateOf(now, ZONE);
  const home = await readHome(store, member, recentlySince(now));
  const reading = readLine(LINE, { now, zone: ZONE, weekStart: 1 });
  if (reading.kind !== 'log') throw new Error(`the line reads as ${reading.kind}`);
  const { entries, undo } = await logEntries(store, member, 'parts', [reading.content]);
  const [entry] = entries;
  if (entry === undefined) throw new Error('nothing was logged');
  const reply = () =>
    confirm({
      done: 'Logged',
      entry,
      today,
      dayTotal: dayTotal(home.entries, entry.date, { now: [entry] }),
      undo: encodeUndo(undo),
      assumed: reading.assumed,
      alternatives: reading.alternatives,
      warnings: warningsFor(entry, home.entries),
    });
  const { text, blocks } = reply();
  const bolt = emptyBolt({ response_type: 'ephemeral', text, blocks: [...blocks] });
  const body = Object.fromEntries(new URLSearchParams(event.body));
  const query = { TableName: TABLE, KeyConditionExpression: 'pk = :pk' };
  return {
    whole: () => bot(event),
    hmac: () => checkSignature(event),
    guard: () => inspect(event, SECRET, Date.now()),
    bolt: () => bolt(event),
    payload: () => [readCommandBody(body), requestedAtOf({ requestedAt: now, receivedAt: now })],
    line: () => readLine(LINE, { now, zone: ZONE, weekStart: 1 }),
    send: () => client.send(new QueryCommand(query)),
    home: () => readHome(store, member, recentlySince(now)),
    write: () => logEntries(store, member, 'parts', [reading.content]),
    reply,
  };
}
