import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import type { Bot } from '../src/bot/create-bot.ts';
import type { UrlEvent } from '../src/bot/guard.ts';
import { createClient } from '../src/store/client.ts';
import { entryKind } from '../src/store/kinds/entry.ts';
import { ownerOf } from '../src/store/kinds/member.ts';
import { entryIdOf } from '../src/store/log-entries.ts';
import { localDateOf } from '../src/time.ts';
import { type Exchange, recorded } from './exchange.ts';
import { floorOf } from './floor.ts';
import { inTurns, type Timings, timingsOf } from './in-turns.ts';
import { heading, milliseconds, table, times } from './print.ts';
import {
  benchMember,
  botOn,
  LINE,
  seedMember,
  storeOn,
  TABLE,
  trackEvent,
  withEngine,
  ZONE,
} from './support.ts';
import { printParts } from './warm-parts.ts';

const WARM_UP = 400;
const ROUNDS = 1000;
const HISTORIES = [0, 30];

type Side = {
  readonly entries: number;
  readonly command: Timings;
  readonly floor: Timings;
  readonly exchanges: readonly Exchange[];
};

/** A warm command through everything, in turns with its floor: one signature and the same two requests, nothing around. */
export async function warm(): Promise<void> {
  heading(
    `warm: /track ${LINE} beside its floor (aim: 1.3 times)`,
    'command = guard, Bolt, reader, store, reply; floor = one HMAC, and the same Query and Put through a client of the',
    `same kind on another member's equal rows; ${ROUNDS} of each in turns, after ${WARM_UP} to warm up`,
  );
  await withEngine(async (endpoint) => {
    const sides: Side[] = [];
    for (const entries of HISTORIES) sides.push(await compare(endpoint, entries));
    table(
      ['entries today', 'command p50', 'floor p50', 'ratio', 'command p99', 'floor p99', 'ratio'],
      sides.map(({ entries, command, floor }) => [
        String(entries),
        ...pair(command.p50, floor.p50),
        ...pair(command.p99, floor.p99),
      ]),
    );
    for (const { entries, exchanges, floor } of sides) await printParts(entries, exchanges, floor.p50);
  });
}

function pair(command: number, floor: number): readonly string[] {
  return [milliseconds(command), milliseconds(floor), times(command / floor)];
}

async function compare(endpoint: string, entries: number): Promise<Side> {
  // Ids of one length, so that the rows of both have one size.
  const [asked, bare] = [`UASK${entries}`, `UBAR${entries}`];
  const client = createClient({ endpoint });
  const store = storeOn(client);
  for (const memberId of [asked, bare]) await seedMember(store, benchMember(memberId), entries);
  const bot = botOn(store);
  const forget = cleaner(endpoint);

  const requestsOf = (number: number) => {
    const trigger = `8412.7216.${String(number).padStart(24, 'a')}`;
    const id = entryIdOf(`command ${trigger}`, 0);
    const now = Date.now();
    return { number, id, asked: trackEvent(asked, trigger, now), bare: trackEvent(bare, trigger, now) };
  };
  const first = requestsOf(-1);
  const exchanges = await recorded(client, () => speak(bot, first.asked));
  await forget(asked, first.id);

  const floor = floorOf(createClient({ endpoint }), exchanges, [asked, bare]);
  let round = requestsOf(0);
  const taken = await inTurns(
    { command: () => speak(bot, round.asked), floor: () => floor(round.bare, round.id) },
    {
      rounds: ROUNDS,
      warmUp: WARM_UP,
      before() {
        round = requestsOf(round.number + 1);
      },
      // Every round finds the rows as the first did.
      after: async () => void (await Promise.all([forget(asked, round.id), forget(bare, round.id)])),
    },
  );
  return { entries, exchanges, command: timingsOf(taken('command')), floor: timingsOf(taken('floor')) };
}

async function speak(bot: Bot, event: UrlEvent): Promise<void> {
  const { statusCode, body } = await bot(event);
  if (statusCode !== 200 || !body.includes('Logged')) throw new Error(`not logged: ${statusCode} ${body}`);
}

/** Takes the row of a round away, so that every round finds the member as the first did; proves that it was written. */
function cleaner(endpoint: string) {
  const client = createClient({ endpoint });
  return async (memberId: string, id: string): Promise<void> => {
    const Key = entryKind.keyOf({
      ...ownerOf(benchMember(memberId)),
      date: localDateOf(Date.now(), ZONE),
      id,
    });
    const gone = await client.send(new DeleteCommand({ TableName: TABLE, Key, ReturnValues: 'ALL_OLD' }));
    if (gone.Attributes === undefined) throw new Error(`no row ${Key.pk} ${Key.sk} was written`);
  };
}
