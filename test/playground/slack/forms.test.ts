import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { GENERAL } from '../../../playground/slack/workspace.ts';
import { callSlack } from '../../support/fake-app.ts';
import { ANA, BEN, runSlack, type SlackRun } from '../../support/slack-run.ts';

let run: SlackRun;
beforeEach(async () => {
  run = await runSlack();
});
afterEach(() => run.stop());

const stack = () => run.slack.snapshot(ANA).modals;
const titles = () => stack().map(({ content }) => content['title']);
const title = (text: string) => expect.objectContaining({ text });
const time = (value: string) => ({ time: { time: { type: 'plain_text_input', value } } });
const top = () => stack().at(-1)?.id ?? 'none';
const open = () => run.slack.send(ANA, GENERAL.id, '/track');
const submit = (value: string) => run.slack.submit(ANA, top(), time(value));
const call = (method: string, params: object) => {
  if (!run.app.options) throw new Error('the app has not been made');
  return callSlack(run.app.options, method, params);
};
const view = (extra: object = {}) => ({
  type: 'modal',
  title: { type: 'plain_text', text: 'T' },
  blocks: [],
  ...extra,
});

describe('a modal', () => {
  test('opens for the member whose trigger it was', async () => {
    await open();
    expect(titles()).toEqual([title('Edit entry')]);
    expect(run.slack.snapshot(BEN).modals).toEqual([]);
  });

  test('is sent with every value, also those not touched, and closes on an empty answer', async () => {
    await open();
    await submit('50m');
    expect(run.app.heard.at(-1)).toMatchObject({
      type: 'view_submission',
      user: { id: ANA.id, team_id: 'T000000001' },
      view: {
        callback_id: 'entry',
        state: {
          values: {
            time: { time: { type: 'plain_text_input', value: '50m' } },
            task: { task: { type: 'external_select', selected_option: null } },
            note: { note: { type: 'plain_text_input', value: null } },
          },
        },
      },
    });
    expect(stack()).toEqual([]);
  });

  test('shows the errors of the app at their blocks and stays open', async () => {
    await open();
    await submit('bad');
    expect(stack()).toMatchObject([{ errors: { time: 'Say how long, such as 45m.' } }]);
    await submit('45m');
    expect(stack()).toEqual([]);
  });

  test('is not sent while a required field is empty', async () => {
    await open();
    await submit('');
    expect(stack()).toMatchObject([{ errors: { time: 'Please complete this required field.' } }]);
    expect(run.app.heard).toHaveLength(1);
  });

  test('is replaced, pushed on to three, and no fourth', async () => {
    await open();
    await submit('update');
    await submit('push');
    await submit('push');
    expect(titles()).toEqual([title('Updated'), title('Pushed'), title('Pushed')]);
    await submit('push');
    expect(stack()).toHaveLength(3);
    expect(run.slack.snapshot(ANA).notices).toMatchObject([
      { text: expect.stringContaining('push_limit_reached') },
    ]);
  });

  test('says so when the answer names a block that is none', async () => {
    await open();
    await submit('wrong');
    expect(stack()).toMatchObject([{ failure: expect.stringContaining('trouble connecting') }]);
    expect(run.slack.snapshot(ANA).notices).toMatchObject([{ text: expect.stringContaining('nowhere') }]);
  });

  test('tells the app when it is closed', async () => {
    await open();
    await run.slack.close(ANA, top());
    expect(stack()).toEqual([]);
    expect(run.app.heard.at(-1)).toMatchObject({
      type: 'view_closed',
      is_cleared: false,
      view: { callback_id: 'entry' },
    });
  });

  test('goes with the whole stack when the member loads the page anew, and the app hears of each that asks', async () => {
    await open();
    await submit('push');
    await run.slack.send(BEN, GENERAL.id, '/track');
    const before = run.app.heard.length;
    await run.slack.closeAll(ANA);
    expect(stack()).toEqual([]);
    expect(run.app.heard.slice(before)).toMatchObject([
      { type: 'view_closed', is_cleared: true, user: { id: ANA.id }, view: { title: title('Pushed') } },
      { type: 'view_closed', is_cleared: true, user: { id: ANA.id }, view: { title: title('Edit entry') } },
    ]);
    expect(run.slack.snapshot(BEN).modals).toHaveLength(1);
  });

  test('that did not ask is closed without a word', async () => {
    await run.slack.send(ANA, GENERAL.id, '/track choose');
    await run.slack.closeAll(ANA);
    expect(stack()).toEqual([]);
    expect(run.app.heard).toHaveLength(1);
  });

  test('is nobody else’s to send or to close', async () => {
    await open();
    expect(await run.slack.submit(BEN, top(), {})).toBe(false);
    expect(await run.slack.close(BEN, top())).toBe(false);
    expect(stack()).toHaveLength(1);
  });

  test('asks the app for the options of a menu', async () => {
    await open();
    const target = { viewId: top(), blockId: 'task', actionId: 'task' };
    expect(await run.slack.loadOptions(ANA, target, 'Al', {})).toMatchObject({
      options: [{ value: 'alpha' }],
    });
    expect(run.app.heard.at(-1)).toMatchObject({ type: 'block_suggestion', action_id: 'task', value: 'Al' });
    expect(run.app.heard.at(-1)).not.toHaveProperty('response_url');
  });
});

describe('a trigger', () => {
  test('opens once', async () => {
    await open();
    const { trigger_id } = run.app.heard[0];
    expect(await call('views.open', { trigger_id, view: view() })).toMatchObject({
      error: 'exchanged_trigger_id',
    });
  });

  test('lives for three seconds', async () => {
    await run.slack.send(ANA, GENERAL.id, '/track text');
    run.clock.now += 3000;
    const { trigger_id } = run.app.heard[0];
    expect(await call('views.open', { trigger_id, view: view() })).toMatchObject({
      error: 'expired_trigger_id',
    });
  });

  test('is not spent by a view that Slack refuses', async () => {
    await run.slack.send(ANA, GENERAL.id, '/track text');
    const { trigger_id } = run.app.heard[0];
    const tooLong = view({ title: { type: 'plain_text', text: 'x'.repeat(25) } });
    expect(await call('views.open', { trigger_id, view: tooLong })).toMatchObject({
      error: 'invalid_arguments',
      response_metadata: { messages: [expect.stringContaining('/title/text')] },
    });
    expect(await call('views.open', { trigger_id, view: view() })).toMatchObject({ ok: true });
  });
});

describe('a press', () => {
  const press = async (actionId: string, person = ANA) => {
    const [message] = run.slack.snapshot(ANA).messages;
    return run.slack.act(person, { messageTs: message?.ts, blockId: 'entry', actionId }, {}, {});
  };

  test('carries what Slack carries, without the content of an ephemeral message', async () => {
    await run.slack.send(ANA, GENERAL.id, '/track 45m');
    await press('undo');
    const heard = run.app.heard.at(-1);
    expect(heard).toMatchObject({
      type: 'block_actions',
      container: { type: 'message', channel_id: GENERAL.id, is_ephemeral: true },
      channel: { id: GENERAL.id, name: 'general' },
      actions: [{ type: 'button', action_id: 'undo', block_id: 'entry', value: 'undo' }],
      response_url: expect.any(String),
      trigger_id: expect.any(String),
    });
    expect(heard).not.toHaveProperty('message');
    expect(run.slack.snapshot(ANA).messages).toMatchObject([{ text: 'Undone' }]);
  });

  test('by somebody who does not see the message, or on what is gone, reaches nobody', async () => {
    await run.slack.send(ANA, GENERAL.id, '/track 45m');
    expect(await press('undo', BEN)).toBe(false);
    expect(await press('nothing')).toBe(false);
    expect(run.app.heard).toHaveLength(1);
  });

  test('that the app fails says so to the member', async () => {
    await run.slack.send(ANA, GENERAL.id, '/track all elements');
    const [message] = run.slack.snapshot(ANA).messages;
    await run.slack.act(ANA, { messageTs: message?.ts, blockId: 'choices', actionId: 'crash' }, {}, {});
    expect(run.slack.snapshot(ANA).notices).toMatchObject([
      { text: expect.stringContaining('dispatch_failed') },
    ]);
    expect(run.slack.snapshot(BEN).notices).toEqual([]);
  });
});
