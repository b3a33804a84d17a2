import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { GENERAL } from '../../../playground/slack/workspace.ts';
import { postReply } from '../../support/fake-app.ts';
import { ANA, BEN, runSlack, type SlackRun } from '../../support/slack-run.ts';

let run: SlackRun;
let commandUrl: string;
beforeEach(async () => {
  run = await runSlack();
  await run.slack.send(ANA, GENERAL.id, '/track 45m');
  commandUrl = run.app.heard[0].response_url;
});
afterEach(() => run.stop());

const messages = (person = ANA) => run.slack.snapshot(person).messages;
const texts = (person = ANA) => messages(person).map(({ text }) => text);
const post = (reply: object, url = commandUrl) => {
  if (!run.app.options) throw new Error('the app has not been made');
  return postReply(run.app.options, url, reply);
};

async function pressUrl(): Promise<string> {
  const [message] = messages();
  await run.slack.act(ANA, { messageTs: message?.ts, blockId: 'entry', actionId: 'note' }, {}, {});
  await run.slack.act(ANA, { messageTs: message?.ts, blockId: 'entry', actionId: 'edit' }, {}, {});
  return run.app.heard.at(-1).response_url;
}

describe('a response URL', () => {
  test('takes five posts and no sixth', async () => {
    const statuses = [];
    for (let use = 1; use <= 6; use += 1) statuses.push(await post({ text: `Post ${use}` }));
    expect(statuses).toEqual([200, 200, 200, 200, 200, 404]);
    expect(texts()).toEqual(['Logged 45m', 'Post 1', 'Post 2', 'Post 3', 'Post 4', 'Post 5']);
  });

  test('lives for thirty minutes', async () => {
    run.clock.now += 30 * 60 * 1000 - 1;
    expect(await post({ text: 'In time' })).toBe(200);
    run.clock.now += 1;
    expect(await post({ text: 'Late' })).toBe(404);
  });

  test('that nobody minted is unknown', async () => {
    expect(await post({ text: 'x' }, `${commandUrl}x`)).toBe(404);
  });

  test('posts for the member alone unless told otherwise', async () => {
    await post({ text: 'Quiet' });
    await post({ text: 'Loud', response_type: 'in_channel', thread_ts: '1.2' });
    expect(texts(BEN)).toEqual(['/track 45m', 'Loud']);
    expect(messages(BEN)).toMatchObject([{ author: ANA.id }, { author: 'app', threadTs: '1.2' }]);
  });

  test('of a press replaces the message in its place, and it stays ephemeral', async () => {
    const before = messages()[0];
    const url = await pressUrl();
    await post({ text: 'Below' });
    expect(await post({ replace_original: true, text: 'Changed', response_type: 'in_channel' }, url)).toBe(
      200,
    );
    expect(texts()).toEqual(['Changed', 'Below']);
    expect(messages()[0]).toMatchObject({ ts: before?.ts, onlyFor: ANA.id });
    expect(messages()[0]).not.toHaveProperty('blocks', expect.anything());
  });

  test('of a press deletes the message, once', async () => {
    const url = await pressUrl();
    expect(await post({ delete_original: true }, url)).toBe(200);
    expect(texts()).toEqual([]);
    expect(await post({ delete_original: true }, url)).toBe(404);
    expect(await post({ replace_original: true, text: 'Back' }, url)).toBe(404);
    expect(texts()).toEqual([]);
  });

  test('refuses what Slack would refuse, visibly', async () => {
    expect(await post({ text: 'x', blocks: [{ type: 'nonsense' }] })).toBe(400);
    expect(run.slack.snapshot(ANA).notices).toMatchObject([
      { text: expect.stringContaining('response_url') },
    ]);
    expect(run.slack.log.entries().at(-1)).toMatchObject({
      failed: true,
      problems: [{ pointer: '/blocks/0/type', problem: expect.any(String) }],
    });
  });
});

test.each(['https://hooks.slack.com/commands/T/1/x', 'http://example.com/', 'http://127.0.0.1:1/other'])(
  'the app reaches nothing but the stand-in: %s',
  async (url) => {
    await expect(post({ text: 'x' }, url)).rejects.toThrow(/refused/);
    expect(run.slack.log.entries().at(-1)).toMatchObject({
      failed: true,
      outcome: 'refused: not on this machine',
    });
  },
);

test('an answer to a command does not count as a use', async () => {
  for (let use = 1; use <= 5; use += 1) expect(await post({ text: `${use}` })).toBe(200);
});
