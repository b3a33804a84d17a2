import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { ANA, type BotRun, runBot } from '../support/bot-run.ts';
import { seededRandom } from '../support/random.ts';

type Through = (real: typeof fetch) => typeof fetch;

let run: BotRun;
afterEach(async () => {
  // That another view came first is an answer of Slack's, not a failure.
  expect(run.problems().filter((problem) => !problem.includes('hash_conflict'))).toEqual([]);
  await run.stop();
});

/** Holds the nth publication back: before Slack hears of it, or before the bot hears of its answer. */
function holding(nth: number, when: 'before' | 'after') {
  const [arrived, released] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  let publications = 0;
  const through: Through = (real) => async (input, init) => {
    if (!isPublication(input)) return real(input, init);
    publications += 1;
    if (publications !== nth) return real(input, init);
    if (when === 'before') {
      arrived.resolve();
      await released.promise;
      return real(input, init);
    }
    const answer = await real(input, init);
    arrived.resolve();
    await released.promise;
    return answer;
  };
  return { through, arrived: arrived.promise, release: released.resolve };
}

function isPublication(input: Parameters<typeof fetch>[0]): boolean {
  const url = input instanceof Request ? input.url : `${input}`;
  return url.endsWith('views.publish');
}

/** What stands in the Home but for the answer to what was pressed, which is shown once. */
const standing = () => run.homeText().slice(run.homeText().indexOf('No timer runs'));

describe('two changes in App Home', () => {
  it.each(['before', 'after'] as const)(
    'leave no older view where Slack is slow %s it takes the first',
    async (when) => {
      const held = holding(2, when);
      run = await runBot({ through: held.through });
      await run.track('45m #first');
      await run.track('30m #second');
      await run.openHome();
      const first = run.pressHome('Delete', ANA, '#first');
      await held.arrived;
      if (when === 'after') expect(run.homeText()).not.toContain('*45m* · #first\n');
      const second = run.pressHome('Delete', ANA, '#second');
      if (when === 'before') await second;
      held.release();
      await Promise.all([first, second]);
      expect(standing()).toContain('Nothing logged yet.');
      expect(await run.track('today')).toContain('Nothing logged today');
    },
  );

  it('leave no older view where the one is an undo by command and Home is opened meanwhile', async () => {
    const held = holding(2, 'before');
    run = await runBot({ through: held.through });
    await run.track('45m #first');
    await run.openHome();
    const press = run.pressHome('Delete');
    await held.arrived;
    await run.track('undo');
    // What is shown is what stands, so there is nothing to publish; the older view is still on its way.
    await run.openHome();
    held.release();
    await press;
    expect(standing()).toContain('*45m* · #first');
  });

  it('leave the view of the last one, however they are interleaved', async () => {
    for (let seed = 1; seed <= 6; seed += 1) {
      const random = seededRandom(seed);
      const through: Through = (real) => async (input, init) => {
        if (!isPublication(input)) return real(input, init);
        await wait(random() * 8);
        const answer = await real(input, init);
        await wait(random() * 8);
        return answer;
      };
      run = await runBot({ through });
      for (const tag of ['one', 'two', 'three']) await run.track(`15m #${tag}`);
      await run.openHome();
      const presses = ['one', 'two', 'three'].map((tag) => run.pressHome('Delete', ANA, `#${tag}`));
      await Promise.all([...presses, run.track('5m #four').then(() => run.openHome())]);
      const shown = standing();
      await run.openHome();
      expect(standing(), `seed ${seed}`).toBe(shown);
      if (seed < 6) await run.stop();
    }
  });
});

describe('a publication that was lost half-way', () => {
  it('and reaches Slack late does not take the place of a newer one', async () => {
    const [arrived, released] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    let publications = 0;
    const through: Through = (real) => async (input, init) => {
      if (!isPublication(input)) return real(input, init);
      publications += 1;
      if (publications !== 2) return real(input, init);
      arrived.resolve();
      await released.promise;
      await real(input, init);
      throw new TypeError('nobody is there any more to hear the answer');
    };
    run = await runBot({ through });
    await run.track('45m #first');
    await run.track('30m #second');
    await run.openHome();
    const first = run.pressHome('Delete', ANA, '#first');
    await arrived.promise;
    await run.pressHome('Delete', ANA, '#second');
    released.resolve();
    await first;
    expect(standing()).toContain('Nothing logged yet.');
  });

  it('is mended by the next opening', async () => {
    let lost = 0;
    const through: Through = (real) => async (input, init) => {
      const answer = await real(input, init);
      if (!isPublication(input)) return answer;
      lost += 1;
      if (lost === 2) throw new TypeError('the answer was lost');
      return answer;
    };
    run = await runBot({ through });
    await run.track('45m #first');
    await run.openHome();
    await run.pressHome('Delete');
    await run.track('undo');
    // Nobody kept the name of the view without the entry, and with it everything is as it was when it was kept last.
    expect(standing()).toContain('Nothing logged yet.');
    await run.openHome();
    expect(standing()).toContain('*45m* · #first');
    await run.pressHome('Delete');
    expect(standing()).toContain('Nothing logged yet.');
  });
});
