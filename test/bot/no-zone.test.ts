import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ANA, type BotRun, runBot } from '../support/bot-run.ts';

let run: BotRun;
beforeEach(async () => {
  run = await runBot({ isNew: true });
  run.slack.faults.set('server_error');
});
afterEach(() => run.stop());

describe('somebody whose zone Slack does not tell', () => {
  it('is asked for it; the line is kept, and given back with a welcome', async () => {
    const text = await run.track('45m #writing');
    expect(text).toContain('Slack did not tell me your time zone');
    expect(text).toContain('/track 45m #writing');
    run.slack.faults.set('none');
    await run.press('Set my time zone');
    expect(await run.options('zone', 'madrid')).toEqual(['Europe/Madrid']);
    await run.submit({ zone: 'Europe/Madrid' });
    expect(run.lastText().split('\n')[0]).toBe(
      ':earth_africa: Your time zone is *Europe/Madrid*. Now send it again: `/track 45m #writing`',
    );
    expect(run.lastText()).toContain('Welcome to Stint');
    expect(await run.track('45m #writing')).toContain('Logged *45m*');
  });

  it('keeps a zone that was set on another device meanwhile until the form is saved', async () => {
    await run.track('45m #writing');
    run.slack.faults.set('none');
    await run.press('Set my time zone');
    await run.track('today');
    await run.submit({ zone: 'Asia/Tokyo' });
    expect(run.lastText()).toContain('Your time zone is *Asia/Tokyo*');
    expect(await run.track('10m')).toContain('Thu 17 Sep');
  });

  it('whose data went while a form was open keeps what was typed in it', async () => {
    run.slack.faults.set('none');
    await run.track('');
    const Key = { pk: `u#T000000001#${ANA.id}`, sk: 'me#prefs' };
    await run.store.client.send(new DeleteCommand({ TableName: run.store.table, Key }));
    run.slack.faults.set('server_error');
    const errors = await run.submit({ time: '1h', note: 'typed' });
    expect(errors).toEqual({ time: expect.stringContaining('Slack does not tell me your time zone') });
    expect(run.form(ANA)).toBeDefined();
  });
});
