import { describe, expect, it } from 'vitest';
import { dayPeriod } from '../../src/period.ts';
import { readEntries } from '../../src/store/read-entries.ts';
import { botForEachTest } from '../support/bot-for-each-test.ts';
import { ANA, BEN, type BotRun } from '../support/bot-run.ts';

let run: BotRun;
botForEachTest((fresh) => {
  run = fresh;
});

const entriesOf = async (person = ANA, date = '2026-09-16') => {
  const member = { workspaceId: 'T000000001', memberId: person.id };
  return (await readEntries(run.store, member, dayPeriod(date))).entries;
};

describe('/track with a line to log', () => {
  it('keeps it, echoes it with the day’s total, and offers the way back', async () => {
    expect(await run.track('45m #writing task-12')).toBe(
      [
        ':white_check_mark: Logged *45m* · today, Wed 16 Sep',
        '#writing · task-12',
        'Today: *45m*',
        'task-12 does not exist yet. Your entry is kept either way.',
      ].join('\n'),
    );
    expect(run.buttons()).toEqual(['Undo', 'Edit', 'Note', 'Create task-12', 'Choose a task']);
    expect(await entriesOf()).toMatchObject([
      { date: '2026-09-16', zone: 'Europe/Madrid', seconds: 2700, tags: ['writing'], task: 12, measures: [] },
    ]);
  });

  it('adds up the day, a back-dated day too', async () => {
    await run.track('45m #writing');
    expect(await run.track('1h #writing')).toContain('Today: *1h 45m*');
    await run.track('2h last friday #client');
    expect(await run.track('30m last friday')).toContain('Fri 11 Sep: *2h 30m*');
  });

  it('names the task that it knows', async () => {
    await run.track('task new Write the guide');
    expect(await run.track('45m task-1')).toContain('task-1 Write the guide');
    expect(run.buttons()).toEqual(['Undo', 'Edit', 'Note']);
  });

  it('says which clock times it took, in the member’s own zone', async () => {
    expect(await run.track('9:30-11 standup')).toBe(
      [
        ':white_check_mark: Logged *1h 30m* · today, Wed 16 Sep, 09:30–11:00',
        '> standup',
        'Today: *1h 30m*',
      ].join('\n'),
    );
    expect(await run.track('9:30-11 standup', BEN)).toContain('09:30–11:00');
    const [ana, ben] = [await entriesOf(ANA), await entriesOf(BEN)];
    expect(ana[0]?.clock?.startedAt).toBe(Date.UTC(2026, 8, 16, 7, 30));
    expect(ben[0]?.clock?.startedAt).toBe(Date.UTC(2026, 8, 16, 13, 30));
  });

  it('warns of an overlap and of a long day, and keeps the entry all the same', async () => {
    await run.track('9-11 #writing');
    expect(await run.track('10:30-12 #team')).toContain(
      ':warning: 30m of it overlap with *2h* 09:00–11:00 · #writing.',
    );
    expect(await run.track('13h #sleep')).toContain(':warning: That is a long one: 13h at once.');
    expect(await run.track('10h #more')).toContain(':warning: That day now holds');
    expect(await entriesOf()).toHaveLength(4);
  });

  it('keeps one member’s entries from another', async () => {
    await run.track('45m #writing');
    expect(await run.track('today', BEN)).toContain('Nothing logged today');
    expect(await entriesOf(BEN)).toEqual([]);
  });

  it('warns of an overlap over midnight, on days long past too', async () => {
    await run.track('10pm-2am 2026-08-10 #deploy');
    expect(await run.track('1am-3am 2026-08-11 #deploy')).toContain('1h of it overlap');
  });

  it('escapes what a person typed, wherever it is shown', async () => {
    const text = await run.track('45m ping <!channel> & <https://evil.test|bank> *now*');
    expect(text).not.toContain('<!channel>');
    expect(text).toContain('&lt;!channel&gt;');
    expect(text).toContain('&amp;');
  });

  it('keeps one entry however often the same request comes', async () => {
    const first = run.slack.log.entries().length;
    await run.track('45m #writing');
    const sent = run.slack.log.entries()[first];
    expect(sent?.direction).toBeDefined();
    await run.repeatLastCommand();
    await run.repeatLastCommand();
    expect(await entriesOf()).toHaveLength(1);
    expect(run.repeated()).toEqual([run.lastText(), run.lastText()]);
  });
});

describe('/track with a line that cannot be read', () => {
  it.each([
    ['1h on february 30', 'Nothing was logged'],
    ['0m #writing', 'Nothing was logged'],
    ['1h tomorrow', 'Nothing was logged'],
    ['#reading task-4', 'Nothing was logged'],
    ['🎉🎉🎉', 'Nothing was logged'],
    ['שלום עולם', 'Nothing was logged'],
    ['-1h', 'Nothing was logged'],
  ])('refuses %s, keeps the text in the reply and logs nothing', async (text) => {
    await run.track(text);
    const message = JSON.stringify(run.lastMessage());
    expect(message).toContain('Nothing was logged');
    expect(message).toContain(text);
    expect(await entriesOf()).toEqual([]);
  });

  it('shows the line as it was typed, whatever Slack made of it', async () => {
    const text = await run.track('R&D <b> sync with @ben');
    expect(text).toContain('You typed: /track R&amp;D &lt;b&gt; sync with @ben');
  });

  it.each([
    ['unod', '/track undo'],
    ['todya', '/track today'],
    ['lst last week', '/track list last week'],
    ['stopp', '/track stop'],
  ])('offers the command that %s nearly is', async (text, command) => {
    expect(await run.track(text)).toContain(`Try: \`${command}\``);
  });

  it.each(['writing', 'undo the mess in the cellar'])('takes %s for no command', async (text) => {
    expect(await run.track(text)).not.toMatch(/Try: `\/track (undo|today|list|stop)/);
  });

  it('points at what it did not understand', async () => {
    await run.track('1h on february 30');
    expect(JSON.stringify(run.lastMessage()?.blocks)).toContain('^^^');
  });

  it('answers 4,000 characters of nonsense without losing them', async () => {
    const text = `${'x'.repeat(3990)} 1h`;
    await run.track(text);
    const shown = JSON.stringify(run.lastMessage()?.blocks).match(/x/g)?.length ?? 0;
    expect(shown).toBeGreaterThanOrEqual(3990);
    expect(await entriesOf()).toEqual([]);
  });

  it('keeps characters whole where a long line is cut into paragraphs', async () => {
    await run.track(`${'x'.repeat(2792)}${'𝓐'.repeat(100)}`);
    expect(JSON.stringify(run.lastMessage())).not.toMatch(/\\ud[89a-f]/i);
  });

  it('asks where a line has two readings, and does the one that is pressed', async () => {
    await run.track('start of sprint notes 15m');
    expect(await entriesOf()).toEqual([]);
    const [, timer = ''] = run.buttons();
    expect(run.buttons()).toHaveLength(2);
    expect(await run.press(timer)).toContain('Running since 18:05');
    expect(await entriesOf()).toEqual([]);
  });
});

describe('a command that nobody has built', () => {
  it('is answered as not understood, with lines to paste', async () => {
    const text = await run.track('token');
    expect(text).toContain('I did not understand that');
    expect(text).toContain('`/track 45m #writing`');
  });
});
