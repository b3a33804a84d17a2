import { describe, expect, it } from 'vitest';
import { botForEachTest } from '../support/bot-for-each-test.ts';
import { ANA, BEN, type BotRun } from '../support/bot-run.ts';

let run: BotRun;
botForEachTest((fresh) => {
  run = fresh;
});

describe('what is registered with the first request that is no command', () => {
  it('is there for several that come at once, and answers each once', async () => {
    await Promise.all([run.openHome(ANA), run.openHome(BEN)]);
    const published = run.slack.log.entries().filter(({ name }) => name === 'views.publish');
    expect(published).toHaveLength(2);
  });

  it('answers each once after more of them', async () => {
    await run.openHome(ANA);
    await run.track('45m #writing');
    await run.openHome(ANA);
    const published = run.slack.log.entries().filter(({ name }) => name === 'views.publish');
    expect(published).toHaveLength(2);
  });
});
