import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { payloadRequest, viewSubmission } from '../../playground/slack/payloads.ts';
import { lambdaContext, signedEvent } from '../../playground/slack/signed-event.ts';
import { SIGNING_SECRET } from '../../playground/slack/slack.ts';
import type { Person } from '../../playground/slack/workspace.ts';
import { dayPeriod } from '../../src/period.ts';
import { readEntries } from '../../src/store/read-entries.ts';
import { ANA, BEN, type BotRun, runBot } from '../support/bot-run.ts';
import { forgePress } from '../support/forge.ts';

let run: BotRun;
beforeEach(async () => {
  run = await runBot();
});
afterEach(() => run.stop());

const entriesOf = async (person: Person) => {
  const member = { workspaceId: 'T000000001', memberId: person.id };
  return (await readEntries(run.store, member, dayPeriod('2026-09-16'))).entries;
};

/** Presses a button as somebody, with whatever value; gives back what they see last. */
async function forge(person: Person, action: { readonly action_id: string; readonly value?: string }) {
  await forgePress(run, person, action);
  return run.lastText(person);
}

const pressedValue = (label: string) => {
  for (const message of run.slack.snapshot(ANA).messages.toReversed()) {
    const found = JSON.stringify(message.blocks).match(
      new RegExp(`"text":"${label}"[^}]*},"value":"((?:[^"\\\\]|\\\\.)*)"`),
    );
    if (found?.[1] !== undefined) return `${JSON.parse(`"${found[1]}"`)}`;
  }
  throw new Error(`no button ${label}`);
};

describe('a press', () => {
  it('by another member, with the very value of the button, does nothing and gives nothing away', async () => {
    await run.track('45m #writing');
    const gone = await forge(BEN, {
      action_id: 'edit-entry',
      value: JSON.stringify({ d: '2026-09-16', i: 'nobodys-id', v: 1 }),
    });
    for (const [action_id, label] of [
      ['edit-entry', 'Edit'],
      ['note-entry', 'Note'],
      ['delete-entry', 'Edit'],
    ] as const) {
      const text = await forge(BEN, { action_id, value: pressedValue(label) });
      expect(text.split('\n')[0]).toBe(gone.split('\n')[0]);
    }
    expect(await forge(BEN, { action_id: 'undo', value: pressedValue('Undo') })).toContain('Not undone');
    expect(run.form(BEN)).toBeUndefined();
    expect(await entriesOf(ANA)).toHaveLength(1);
    expect(await entriesOf(BEN)).toEqual([]);
  });

  it.each([
    ['undo', 'not json'],
    ['undo', '{"k":"x#y#z"}'],
    ['undo', '{"k":"me#prefs","v":1}'],
    ['undo', `{"k":"${'d'.repeat(199)}"}`],
    ['edit-entry', '{"d":"2026-02-30","i":"x","v":1}'],
    ['edit-entry', '{"d":"2026-09-16","i":"../../x#y","v":1}'],
    ['delete-entry', '[]'],
    ['note-entry', ''],
    ['switch-reading-0', '{"e":"{}"}'],
    ['switch-reading-0', 'FORGED {"s":99999999,"d":"2030-01-01","c":[5,1]}'],
    ['switch-reading-0', 'FORGED {"s":3600,"d":"2026-09-16","c":[1789560000000,1789570000000]}'],
    ['switch-reading-0', 'FORGED {"s":3600,"d":"2026-09-20"}'],
    ['switch-reading-0', 'FORGED {"s":100000,"d":"2026-09-16"}'],
    ['take-reading-0', '{"t":"start","n":1,"c":0}'],
    ['take-reading-0', '{"t":"45m #writing","n":99999999999999,"c":0}'],
    ['create-task', 'null'],
    ['choose-task', '{"d":1}'],
    ['older-entries', '{"s":"2026-09-16","u":"2026-09-01","n":0}'],
    ['newer-entries', '{"s":"2026-09-16","u":"2026-09-16","n":-8}'],
    ['more-entry', 'copy'],
    ['more-entry', 'burn {"d":"2026-09-16","i":"x","v":1}'],
    ['more-entry', 'split {"d":"2026-09-16","i":"x"}'],
    ['crop-entry-0', '{"c":1,"k":2}'],
    ['stop-timer', '{"v":1}'],
    ['stop-timer-now', '{"v":"x"}'],
    ['stopped-at', ''],
    ['keep-timer', '{"v":0}'],
    ['switch-timer', 'null'],
    ['cancel-timer', '{"v":1,"e":"x"}'],
    ['retime-timer-0', '{"v":1,"a":1}'],
    ['resume-last', '[]'],
    ['open-task', '{"t":0,"n":0}'],
    ['open-task', '{"t":1,"n":-1}'],
    ['open-task-1', 'x'],
    ['open-tasks', '{"s":"mine","n":0}'],
    ['task-done', '{"t":1}'],
    ['task-reopen', ''],
    ['edit-task', 'null'],
    ['move-task', '{"t":1000000,"v":1}'],
    ['log-on-task', '{"t":77,"v":1}'],
    ['delete-task', '{"t":77,"v":1}'],
    ['nobody-knows-this', 'x'],
  ])('with the forged value %s %s is answered in words and changes nothing', async (action_id, value) => {
    await run.track('45m #writing');
    const before = await entriesOf(ANA);
    const reference = JSON.stringify(pressedValue('Edit'));
    const forged = value.replace(/^FORGED \{/, `{"e":${reference},`);
    const text = await forge(ANA, { action_id, value: forged });
    expect(text).not.toBe('');
    expect(text).not.toContain('Something went wrong');
    expect(await entriesOf(ANA)).toEqual(before);
    expect(run.logged.filter(({ level }) => level === 'error')).toEqual([]);
  });

  it('that comes twice does once', async () => {
    await run.track('45m #writing');
    const value = pressedValue('Undo');
    await forge(ANA, { action_id: 'undo', value });
    expect(await forge(ANA, { action_id: 'undo', value })).toMatch(/undone already|Not undone/);
    expect(await run.track('redo')).toContain('Brought back: the log');
    expect(await entriesOf(ANA)).toHaveLength(1);
  });

  it('on something that is gone says so', async () => {
    await run.track('45m #writing');
    const value = pressedValue('Edit');
    await run.track('undo');
    expect(await forge(ANA, { action_id: 'edit-entry', value })).toContain('isn’t here any more');
  });
});

describe('a form', () => {
  it('that carries no state of ours, or somebody else’s, saves nothing', async () => {
    await run.track('');
    const view = run.form();
    if (view === undefined) throw new Error('no form');
    const values = { time: { time: { type: 'plain_text_input', value: '1h' } } };
    const send = (person: Person, content: typeof view.content) => {
      const payload = viewSubmission(person, { ...view, content }, 'T.2', values, []);
      return run.handler(
        signedEvent(payloadRequest(payload), SIGNING_SECRET, run.clock.now),
        lambdaContext(),
      );
    };
    for (const answer of [
      await send(BEN, view.content),
      await send(ANA, { ...view.content, private_metadata: '' }),
      await send(ANA, {
        ...view.content,
        private_metadata: `${view.content['private_metadata']}`.replace(/^.{4}/, 'AAAA'),
      }),
    ]) {
      expect(answer).toMatchObject({ statusCode: 200, body: expect.stringContaining('nothing was saved') });
    }
    const unknown = await send(ANA, { ...view.content, callback_id: 'nobodys-form' });
    expect(unknown).toMatchObject({ body: expect.stringContaining('nothing was saved') });
    expect([await entriesOf(ANA), await entriesOf(BEN)]).toEqual([[], []]);
  });
});

describe('when Slack does not answer', () => {
  it('keeps the entry and says what to do when a form does not open', async () => {
    await run.track('45m #writing');
    run.slack.faults.set('rate_limited');
    await run.track('');
    expect(run.lastText()).toContain('Slack did not open the form');
    run.slack.faults.set('none');
    expect(await entriesOf(ANA)).toHaveLength(1);
  });

  it('shows the settings in words when their form does not open, with a button for another try', async () => {
    run.slack.faults.set('rate_limited');
    const text = await run.track('settings');
    expect(text).toContain('Slack did not open the form this time. Your settings:');
    expect(text).toContain('• Time zone: *Europe/Madrid*');
    run.slack.faults.set('none');
    await run.press('Change settings');
    expect(run.form()?.content).toMatchObject({ callback_id: 'settings-form' });
  });

  it('takes a message to the bot quietly, and does not answer it later', async () => {
    run.slack.faults.set('server_error');
    await run.say('hello', ANA, 'direct');
    run.slack.faults.set('none');
    await run.repeatLastEvent();
    expect(run.lastText()).toBe('hello');
  });

  it('stands by what a form wrote when its answer cannot be posted', async () => {
    await run.track('');
    run.slack.faults.set('server_error');
    await run.submit({ time: '1h' });
    run.slack.faults.set('none');
    expect(JSON.stringify(run.form()?.content)).toContain('Logged *1h*');
    expect(await entriesOf(ANA)).toHaveLength(1);
  });
});

describe('when the table fails', () => {
  it('apologises in words, keeps what was typed in the form, and logs no text', async () => {
    await run.track('');
    run.store.client.destroy();
    run.store.client.send = () => Promise.reject(new Error('the table is gone with secret-note'));
    expect(await run.track('45m secret-note #writing')).toContain('Something went wrong on our side');
    const errors = await run.submit({ time: '1h', note: 'secret-note' });
    expect(Object.values(errors).join()).toContain('Something went wrong on our side');
    expect(run.logged.some(({ level }) => level === 'error')).toBe(true);
    expect(JSON.stringify(run.logged)).not.toContain('secret-note');
  });
});
