import { expect, it } from 'vitest';
import { SIGNING_SECRET } from '../../playground/slack/slack.ts';
import { runBot } from '../support/bot-run.ts';
import { watchRequests } from '../support/faults.ts';
import { forgePress } from '../support/forge.ts';
import { twoPeople } from '../support/people.ts';
import { urlEvent } from '../support/slack-requests.ts';

const [ANA] = twoPeople();

/** Everything a person may type, each with a word of its own that nothing else holds. */
const TYPED = ['zebra', 'walrus', 'ocelot', 'badger', 'lemur', 'puffin', 'gecko', 'heron', 'ibis', 'jackal'];

it('the log names every request, and holds nothing of what was typed, no secret and no address', async () => {
  let isDown = false;
  const run = await runBot({
    isTraced: true,
    through: (real) => (input, init) =>
      isDown ? Promise.reject(new Error(`xoxb-leak ${String(input)} zebra`)) : real(input, init),
  });

  await run.track('45m zebra #walrus');
  await run.press('Note');
  await run.submit({ note: 'ocelot and more' });
  await run.track('task new badger of the year');
  await run.track('1h on february 30 lemur');
  await run.track('note puffin');
  await run.track('notes puffin');
  await run.track('report last month "gecko"');
  await run.track('start heron #walrus');
  await run.track('stop');
  await run.track('undo');
  await run.track('redo');
  await run.track('');
  await run.submit({ time: 'ibis' });
  await run.options('task', 'badger');
  await run.submit({ time: '5m', note: 'ibis' });
  await run.openHome();
  await run.shortcut('log-time');
  await run.closeForm();
  const ts = await run.say('jackal said so', ANA);
  await run.messageShortcut('log-message', ts);
  await run.closeForm();
  await run.say('jackal', ANA, 'direct');
  await run.track('help zebra');

  // What goes wrong is told too, and quotes as little.
  isDown = true;
  await run.press('Undo').catch(() => undefined);
  await run.track('settings zebra');
  isDown = false;
  await forgePress(run, ANA, { action_id: 'zebra typed into an id', value: 'walrus', block_id: 'ocelot' });
  await forgePress(run, ANA, { action_id: 'edit-entry', value: 'zebra' });
  await run.handler(Object(urlEvent('text=zebra', run.clock.now, { secret: 'wrong' })), Object({}));
  await run.handler(
    Object(urlEvent('payload={"zebra":1}', run.clock.now, { secret: SIGNING_SECRET })),
    Object({}),
  );
  watchRequests(run.store.client).stopAfter('QueryCommand', 0);
  await run.track('45m zebra');

  const log = run.logged.map((line) => JSON.stringify(line)).join('\n');
  for (const word of TYPED) expect(log).not.toContain(word);
  for (const secret of [SIGNING_SECRET, 'stopped by the test', 'xoxb', 'http', '/response/', 'T.'])
    expect(log).not.toContain(secret);

  const requests = run.logged.filter(({ event }) => event === 'request');
  expect(requests.length).toBeGreaterThan(25);
  for (const line of requests.filter(({ outcome }) => outcome !== 'refused')) {
    expect(line).toMatchObject({
      request: expect.stringMatching(/^request \d+$/),
      kind: expect.stringMatching(/^(command|press|form|search|shortcut|event)$/),
      workspace: 'T000000001',
      milliseconds: expect.any(Number),
      requests: expect.any(Number),
    });
  }
  const names = new Set(requests.map(({ kind, name }) => `${kind} ${name}`));
  for (const name of [
    'command log',
    'command start',
    'command error',
    'command report',
    'press note-entry',
    'press unknown',
    'form log-form',
    'form note-form',
    'search task-options',
    'shortcut log-message',
    'event app_home_opened',
    'event message',
  ])
    expect([...names]).toContain(name);
  expect(run.logged).toContainEqual(
    expect.objectContaining({
      event: 'listener failed',
      problem: 'Error',
      at: expect.stringContaining('.ts:'),
    }),
  );
  expect(requests.at(-1)).toMatchObject({ outcome: 'failed' });
  await run.stop();
});
