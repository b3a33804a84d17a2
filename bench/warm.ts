import type { Bot } from '../src/bot/create-bot.ts';
import type { UrlEvent } from '../src/bot/guard.ts';
import { createClient } from '../src/store/client.ts';
import { entryIdOf } from '../src/store/log-entries.ts';
import { type Exchange, recorded } from './exchange.ts';
import { floorOf } from './floor.ts';
import { cleaner } from './forget.ts';
import { inTurns, type Taken } from './in-turns.ts';
import { heading, median, milliseconds, quantile, table, times } from './print.ts';
import { benchMember, botOn, LINE, seedMember, storeOn, trackEvent, withEngine } from './support.ts';
import { printParts } from './warm-parts.ts';

const WARM_UP = 300;
const ROUNDS = 800;
const HISTORIES = [0, 30];

type Side = {
  readonly entries: number;
  readonly command: Taken;
  readonly floor: Taken;
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
      ['', 'command', 'floor', 'ratio'],
      sides.flatMap(({ entries, command, floor }) => [
        row(`${entries} entries today: p50`, command.wall, floor.wall, 0.5),
        row('p99', command.wall, floor.wall, 0.99),
        row('p50 of the work of this process alone', command.cpu, floor.cpu, 0.5),
      ]),
    );
    for (const { entries, exchanges, command, floor } of sides) {
      await printParts(entries, exchanges, { command: median(command.wall), floor: median(floor.wall) });
    }
  });
}

function row(
  name: string,
  command: readonly number[],
  floor: readonly number[],
  share: number,
): readonly string[] {
  const [one, other] = [quantile(command, share), quantile(floor, share)];
  return [name, milliseconds(one), milliseconds(other), times(one / other)];
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
  return { entries, exchanges, command: taken('command'), floor: taken('floor') };
}

async function speak(bot: Bot, event: UrlEvent): Promise<void> {
  const { statusCode, body } = await bot(event);
  if (statusCode !== 200 || !body.includes('Logged')) throw new Error(`not logged: ${statusCode} ${body}`);
}
