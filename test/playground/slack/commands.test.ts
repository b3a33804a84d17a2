import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { GENERAL } from '../../../playground/slack/workspace.ts';
import { ANA, BEN, runSlack, type SlackRun } from '../../support/slack-run.ts';

let run: SlackRun;
beforeEach(async () => {
  run = await runSlack();
});
afterEach(() => run.stop());

const seen = (person = ANA) => run.slack.snapshot(person).messages.map(({ text }) => text);
const type = (text: string, person = ANA) => run.slack.send(person, GENERAL.id, text);

describe('a command', () => {
  test('reaches the app signed, with the fields that Slack sends', async () => {
    await type('/track 45m #writing');
    expect(run.app.heard).toEqual([
      expect.objectContaining({
        command: '/track',
        text: '45m #writing',
        user_id: ANA.id,
        team_id: 'T000000001',
        channel_id: GENERAL.id,
        channel_name: 'general',
        is_enterprise_install: 'false',
        response_url: expect.stringContaining('http://127.0.0.1:1/response/'),
        trigger_id: expect.stringMatching(/\.[0-9a-f]{32}$/),
      }),
    ]);
  });

  test.each([
    ['with @ben and #general', `with <@${BEN.id}|ben> and <#${GENERAL.id}|general>`],
    ['R&D <b> #writing', 'R&amp;D &lt;b&gt; #writing'],
    ['see https://x.test/a', 'see <https://x.test/a>'],
    ['@nobody a@ana', '@nobody a@ana'],
  ])('is escaped as Slack does: %s', async (typed, sent) => {
    await type(`/track ${typed}`);
    expect(run.app.heard[0].text).toBe(sent);
  });

  test('is answered for the member alone', async () => {
    await type('/track 45m');
    expect(run.slack.snapshot(ANA).messages).toMatchObject([
      { text: 'Logged 45m', author: 'app', onlyFor: ANA.id },
    ]);
    expect(seen(BEN)).toEqual([]);
  });

  test('is answered for everyone when the app says so, with what was typed', async () => {
    await type('/track everyone');
    expect(seen(BEN)).toEqual(['/track everyone', 'For everyone']);
  });

  test('may be answered with plain words or with nothing', async () => {
    await type('/track text');
    await type('/track');
    expect(seen()).toEqual(['Plain words']);
  });

  test.each([
    ['/track crash', '/track failed with the error "dispatch_failed"'],
    ['/track throw', '/track failed with the error "dispatch_failed"'],
    ['/track too long', expect.stringContaining('/blocks/0/text/text has 151 characters')],
    ['/trak 45m', '`/trak` is not a valid command. Try `/track`.'],
  ])('that goes wrong says how: %s', async (typed, words) => {
    await type(typed);
    expect(seen()).toEqual([words]);
    expect(run.slack.snapshot(ANA).messages).toMatchObject([{ author: 'slack', onlyFor: ANA.id }]);
  });

  test('is in the log with its payload, its answer and its time', async () => {
    await type('/track 45m');
    expect(run.slack.log.entries()).toMatchObject([
      {
        direction: 'to the app',
        name: '/track 45m',
        outcome: 'HTTP 200',
        failed: false,
        sent: { text: '45m' },
        answer: { text: 'Logged 45m' },
        milliseconds: expect.any(Number),
      },
    ]);
  });
});

test('a late answer is told of at once, and written down when it comes', async () => {
  await run.stop();
  run = await runSlack({ patienceMs: 20 });
  await type('/track slow');
  expect(seen()).toEqual(['/track failed with the error "operation_timeout"']);
  const outcomes = () => run.slack.log.entries().map(({ outcome, failed }) => [outcome, failed]);
  expect(outcomes()).toEqual([['operation_timeout', true]]);
  run.app.release();
  await expect.poll(outcomes, { timeout: 25_000 }).toEqual([
    ['operation_timeout', true],
    ['HTTP 200, too late', true],
  ]);
  expect(seen()).toHaveLength(1);
});

test('a plain message is everybody’s', async () => {
  await type('Good morning <all>');
  expect(seen(BEN)).toEqual(['Good morning &lt;all&gt;']);
  expect(run.app.heard).toEqual([]);
});

test('events are repeated three times and say so, commands never', async () => {
  await run.slack.sendEvent({ type: 'app_uninstalled' });
  await expect.poll(() => run.app.headers.length, { timeout: 25_000 }).toBe(4);
  expect(run.app.headers.map((headers) => headers['x-slack-retry-num'])).toEqual([undefined, '1', '2', '3']);
  expect(run.app.headers[1]?.['x-slack-retry-reason']).toBe('http_error');
  expect(new Set(run.app.heard.map(({ event_id }) => event_id)).size).toBe(1);
});
