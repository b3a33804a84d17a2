import { describe, expect, it } from 'vitest';
import { TEAM } from '../../playground/slack/workspace.ts';
import { logEntries } from '../../src/store/log-entries.ts';
import { botForEachTest } from '../support/bot-for-each-test.ts';
import { ANA, BEN, type BotRun } from '../support/bot-run.ts';
import { content } from '../support/samples.ts';

const WELCOME = [
  ':wave: *Welcome to Stint.* Three lines to try: `/track 45m #writing`, `/track start #writing`, `/track today`.',
  '`/track help` shows the rest. `/track settings` has your time zone (Europe/Madrid), your week, and your weekly digest: it comes *Mondays at 09:00*, and `/track digest off` stops it.',
].join('\n');

let run: BotRun;
botForEachTest(
  (fresh) => {
    run = fresh;
  },
  { isNew: true },
);

describe('the very first answer', () => {
  it('is the answer itself, with a welcome below it, once', async () => {
    expect(await run.track('45m #writing')).toBe(
      [':white_check_mark: Logged *45m* · today, Wed 16 Sep', '#writing', 'Today: *45m*', WELCOME].join('\n'),
    );
    expect(run.buttons()).toEqual(['Undo', 'Edit', 'Note']);
    expect(await run.track('today')).not.toContain('Welcome');
    expect(await run.track('today', BEN)).toContain('(America/New York)');
  });

  it('that is delivered once more welcomes once more, and logs nothing twice', async () => {
    await run.track('45m #writing');
    await run.repeatLastCommand();
    expect(run.repeated()[0]).toContain(WELCOME);
    expect(await run.track('list')).toContain(': 1, 45m in all');
  });

  it('welcomes those whose line could not be read, and those who ask for help', async () => {
    expect(await run.track('blah')).toContain(WELCOME);
    expect(await run.track('help', BEN)).toContain('Welcome to Stint');
  });

  it('that is for the whole channel is shared as it is: a welcome is nobody else’s', async () => {
    await logEntries(run.store, { workspaceId: TEAM.id, memberId: ANA.id }, 'elsewhere', [content()]);
    await run.track('report today share');
    expect(run.lastText(BEN)).toContain(`<@${ANA.id}> *Today, Wed 16 Sep: `);
    expect(run.lastText(BEN)).not.toContain('Welcome');
  });

  it('may be a form: the welcome stands below its fields', async () => {
    await run.track('');
    expect(run.formText()).toContain('Welcome to Stint');
    await run.submit({ time: '45m' });
    expect(run.lastText()).toContain('Logged *45m*');
    await run.track('settings', BEN);
    expect(run.formText(BEN)).toContain('Welcome to Stint');
    await run.track('');
    expect(run.formText()).not.toContain('Welcome');
  });
});
