import { afterEach, describe, expect, it } from 'vitest';
import { globalShortcut, payloadRequest } from '../../playground/slack/payloads.ts';
import { lambdaContext, signedEvent } from '../../playground/slack/signed-event.ts';
import { SIGNING_SECRET } from '../../playground/slack/slack.ts';
import { ANA, type BotRun, runBot } from '../support/bot-run.ts';

const SORRY = 'Something went wrong on our side';

let run: BotRun;
afterEach(() => run.stop());

/** Slack tells nobody's zone, and does all else. */
const zoneless = (real: typeof fetch): typeof fetch => {
  return async (input, init) => {
    const url = input instanceof Request ? input.url : `${input}`;
    return url.endsWith('users.info') ? new Response('', { status: 500 }) : real(input, init);
  };
};

function breakTable(): void {
  run.store.client.send = () => Promise.reject(new Error('the table is gone'));
}

describe('where Slack does not tell the zone', () => {
  it('App Home asks for it, and is there when it is set', async () => {
    run = await runBot({ isNew: true, through: zoneless });
    expect(await run.openHome()).toContain('[Set my time zone]');
    await run.pressHome('Set my time zone');
    await run.submit({ zone: 'Europe/Madrid' });
    expect(run.form()).toBeUndefined();
    expect(run.homeText()).toContain('Your time zone is *Europe/Madrid*.');
    expect(run.homeText()).toContain('Today, Wed 16 Sep: 0m');
  });

  it('the shortcut asks for it in a page, and what comes of it stands there too', async () => {
    run = await runBot({ isNew: true, through: zoneless });
    expect(await run.shortcut('log-time')).toContain('[Set my time zone]');
    expect(await run.pressInForm('Set my time zone')).toContain('Your time zone');
    await run.submit({ zone: 'Europe/Madrid' });
    expect(run.formText()).toContain('Your time zone is *Europe/Madrid*.');
  });
});

describe('a shortcut', () => {
  const send = async (payload: object) => {
    const request = signedEvent(payloadRequest({ ...payload }), SIGNING_SECRET, run.clock.now);
    return run.handler(request, lambdaContext());
  };

  it('that nobody knows, or that is cut short, does nothing and is answered', async () => {
    run = await runBot();
    const whole = globalShortcut(ANA, 'log-time', 'T.1');
    for (const payload of [
      { ...whole, callback_id: 'nobodys-shortcut' },
      { ...whole, type: 'message_action', callback_id: 'log-message' },
      { ...whole, user: { id: '../../x' } },
    ]) {
      expect(await send(payload)).toMatchObject({ statusCode: 200 });
    }
    expect(run.form()).toBeUndefined();
    expect(run.slack.snapshot(ANA).messages).toEqual([]);
    expect(run.logged.filter(({ level }) => level === 'error')).toEqual([]);
  });
});

describe('when the table fails', () => {
  it('a press in App Home is answered by an apology over it', async () => {
    run = await runBot();
    await run.track('45m #writing');
    await run.openHome();
    breakTable();
    await run.pressHome('Delete');
    expect(run.formText()).toContain(SORRY);
    expect(run.homeText()).toContain('*45m* · #writing');
  });

  it('a press on the last page of a form, and a shortcut, are too', async () => {
    run = await runBot();
    await run.shortcut('log-time');
    await run.submit({ time: '45m' });
    breakTable();
    expect(await run.pressInForm('Undo')).toContain(SORRY);
    await run.closeForm();
    expect(await run.shortcut('log-time')).toContain(SORRY);
    expect(run.slack.snapshot(ANA).notices).toEqual([]);
  });
});
