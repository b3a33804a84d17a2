import { describe, expect, it } from 'vitest';
import { botForEachTest } from '../support/bot-for-each-test.ts';
import { ANA, BEN, type BotRun } from '../support/bot-run.ts';

let run: BotRun;
botForEachTest((fresh) => {
  run = fresh;
});

describe('a report', () => {
  it('puts this week together day by day and compares it with as much of the last', async () => {
    await run.track('2h #writing');
    await run.track('1h30m yesterday #team 12 pages');
    await run.track('3h 7 days ago #writing');
    expect(await run.track('week')).toBe(
      [
        '*This week, Mon 14 – Sun 20 Sep: 3h 30m, 12 pages*',
        '30m more than by the same day of the week before (3h).',
        'Mon 14 Sep: –',
        'Tue 15 Sep: 1h 30m, 12 pages',
        'Wed 16 Sep: 2h',
      ].join('\n'),
    );
    expect(run.buttons()).toEqual(['By week', 'By tag', 'By task', 'By unit', 'Share', 'Download']);
    expect(run.problems()).toEqual([]);
  });

  it('shows of many days those with entries', async () => {
    await run.track('2h 2026-01-05');
    await run.track('1h');
    expect((await run.track('report since 2026-01-01 by day')).split('\n').slice(-3)).toEqual([
      'Mon 5 Jan: 2h',
      'Wed 16 Sep: 1h',
      'Every day without an entry is left out.',
    ]);
    expect(run.problems()).toEqual([]);
  });

  it('shows of more days than fit the newest, and says how to see further back', async () => {
    for (let day = 0; day < 62; day += 1) {
      const date = new Date(Date.UTC(2026, 5, 1 + day)).toISOString().slice(0, 10);
      await run.track(`1h ${date}`);
    }
    const lines = (await run.track('report since 2026-01-01 by day')).split('\n');
    expect([lines[0]?.endsWith('62h*'), lines.at(-62 + 1), lines.at(-2)]).toEqual([
      true,
      'Wed 3 Jun: 1h',
      'Sat 1 Aug: 1h',
    ]);
    expect(lines.at(-1)).toBe(
      'The newest 60 days with entries; the 2 before, which the total holds too, are left out. Say `by month` to see further back.',
    );
    expect(run.problems()).toEqual([]);
  });

  it('counts an entry with several tags in each of them, and once in the total', async () => {
    await run.track('2h #writing #client');
    await run.track('1h #writing');
    await run.track('30m');
    expect(await run.track('report today by tag')).toBe(
      [
        '*Today, Wed 16 Sep: 3h 30m*',
        'Nothing in the day before.',
        '#writing: 3h',
        '#client: 2h',
        'no tag: 30m',
        'Entries with several tags count in each of their rows: 2h more than the total, which counts every entry once.',
      ].join('\n'),
    );
    expect(run.problems()).toEqual([]);
  });

  it('is narrowed by tag and by a task with all below it', async () => {
    await run.track('task new Guide');
    await run.track('task new Chapter under task-1');
    await run.track('1h task-1');
    await run.track('2h task-2 #writing');
    await run.track('4h #writing');
    expect(await run.track('report today task-1 by task')).toContain(
      '*task-1 and all below it · Today, Wed 16 Sep: 3h*',
    );
    expect(run.lastText()).toContain('task-1 Guide: 3h (own 1h)\n\u2003task-2 Chapter: 2h');
    expect(await run.track('how long on #writing today')).toContain('*#writing · Today, Wed 16 Sep: 6h*');
    expect(run.problems()).toEqual([]);
  });

  it('is put together another way by a press, and shared once', async () => {
    await run.track('2h #writing');
    await run.track('week');
    expect(await run.press('By tag')).toContain('#writing: 2h');
    const { ts = '' } = run.lastMessage() ?? {};
    await Promise.all([run.pressIn(ts, 'Share'), run.pressIn(ts, 'Share')]);
    const shared = run.slack.snapshot(BEN).messages.filter(({ text }) => text.includes('This week'));
    expect(shared.map(({ text }) => text)).toEqual([
      `<@${ANA.id}> *This week, Mon 14 – Sun 20 Sep: 2h*\nNothing by the same day of the week before.\n#writing: 2h`,
    ]);
    // The second click takes nothing back of what the first was answered with.
    expect(run.slack.snapshot(ANA).messages.map(({ ts: at, text }) => [at, text])).toContainEqual([
      ts,
      ':white_check_mark: Shared in this channel.',
    ]);
    expect(run.problems()).toEqual([]);
  });

  it('offers its file once for a double click, and anew later', async () => {
    const offers = () =>
      run.slack.snapshot(ANA).messages.filter(({ text }) => text.includes('Which file do you want'));
    await run.track('2h #writing');
    await run.track('week');
    const { ts = '' } = run.lastMessage() ?? {};
    for (const count of [1, 2, 3]) {
      await Promise.all([run.pressIn(ts, 'Download'), run.pressIn(ts, 'Download')]);
      expect(offers()).toHaveLength(count);
      run.clock.now += 60_000;
    }
  });

  it.each([194, 196, 198])(
    'names long words, of which %i letters fit before a mark, without cutting the mark in two',
    async (letters) => {
      const words = `${'a'.repeat(letters)}&&& more`;
      await run.track(`1h ${words}`);
      const [title = ''] = (await run.track(`report week "${words}"`)).split('\n');
      expect(title).toMatch(/^\*“a+(&amp;)*…/);
      expect(title.replaceAll('&amp;', '')).not.toContain('&');
    },
  );

  it('is shown to the channel at once where the line says so', async () => {
    await run.track('2h #writing');
    await run.track('report today share');
    expect(run.lastText(BEN)).toContain('Today, Wed 16 Sep: 2h');
  });

  it('of nothing is not shared, and only its owner is told so', async () => {
    const refused = 'Not shared: nothing is logged that this report is about, so nobody else saw it.';
    await run.track('today');
    expect(await run.track('report week share')).toBe(refused);
    await run.track('week');
    expect(await run.press('Share')).toContain(refused);
    expect(run.lastText(BEN)).toBe('');
  });

  it('that is shared tells others nothing of a timer that ran over night: the next answer asks about it', async () => {
    await run.track('2h #writing');
    await run.track('start #secret');
    run.clock.now += 15 * 3_600_000;
    await run.track('report yesterday share');
    expect(run.lastText(BEN)).toBe(
      `<@${ANA.id}> *Yesterday, Wed 16 Sep: 2h*\nNothing in the day before.\n#writing: 2h`,
    );
    expect(run.buttons(BEN)).toEqual([]);
    expect(await run.track('today')).toContain('Still working?');
  });

  it('is about words of notes, and its buttons keep them', async () => {
    await run.track('2h #client Client call with José');
    await run.track('1h #admin mails');
    await run.track('30m #client calling a client');
    expect(await run.track('report this week by day "client call" jose')).toContain(
      '*“client call” and “jose” · This week, Mon 14 – Sun 20 Sep: 2h*',
    );
    expect(await run.press('By tag')).toBe(
      [
        '*“client call” and “jose” · This week, Mon 14 – Sun 20 Sep: 2h*',
        'Nothing by the same day of the week before.',
        '#client: 2h',
      ].join('\n'),
    );
    expect(await run.track('report this week call')).toContain(': 2h 30m*');
    expect(run.logged.map((line) => JSON.stringify(line)).join()).not.toContain('call');
  });

  it('of more words than buttons hold says how to see it otherwise', async () => {
    const words = Array.from({ length: 980 }, () => 'é').join(' ');
    expect(await run.track(`report this week ${words}`)).toContain('–*');
    expect(JSON.stringify(run.lastMessage()?.blocks)).toContain('too long for buttons');
    expect(run.buttons()).toEqual([]);
  });

  it('is rounded where that is asked for, says so, and keeps the exact total', async () => {
    await run.track('1h 1m #writing');
    await run.track('50m #team');
    await run.track('5m #team yesterday');
    expect(await run.track('report this week by tag rounded to 15m')).toBe(
      [
        '*This week, Mon 14 – Sun 20 Sep: 1h 45m*',
        'Nothing by the same day of the week before.',
        '#writing: 1h',
        '#team: 45m',
        'Each entry rounded to the nearest 15m; the exact total is 1h 56m. 1 entry counts as nothing.',
      ].join('\n'),
    );
    expect(await run.press('By day')).toContain('Tue 15 Sep: –\nWed 16 Sep: 1h 45m');
    expect(await run.track('report this week by tag rounded up to 6m')).toContain(
      ': 2h 6m*\nNothing by the same day of the week before.\n#writing: 1h 6m\n#team: 1h\nEach entry rounded up to 6m; the exact total is 1h 56m.',
    );
  });

  it('of a tag that nobody has names the nearest, one press away', async () => {
    await run.track('2h #writing');
    expect(await run.track('report this week #writting')).toBe(
      'You have no tag #writting. Did you mean #writing?',
    );
    expect(await run.press('#writing')).toContain('*#writing · This week');
    // Logged today for a day that the home read does not hold.
    await run.track('1h 5 days ago #client');
    expect(await run.track('report this week #cleint')).toBe(
      'You have no tag #cleint. Did you mean #client?',
    );
    expect(await run.track('report this week #zebra')).toBe(
      'You have no tag #zebra. `/track tags` shows those you have.',
    );
  });

  it('of nothing says what to look for instead', async () => {
    await run.track('2h 2026-01-05 #writing old notes');
    expect(await run.track('report last month #writing')).toContain(
      'Nothing is logged with that in this time. A longer period, such as `this year`, looks further.',
    );
    expect(await run.track('report last month dinosaurs')).toContain('`/track notes` with them looks');
    expect(await run.track('report last month')).toContain('`/track list` shows your latest entries.');
    expect(await run.track('report this month task-99')).toContain('There is no task-99.');
  });

  it('of a time to come, or of somebody else, says why there is none', async () => {
    expect(await run.track('report december 2027')).toContain('December 2027 has not come yet');
    expect(await run.track('report next week')).toContain('“next week” has not come yet.');
    expect(await run.track('report feb 30')).toContain('February has no day 30.');
    expect(await run.track('report this week @ben "client call"')).toContain('words of notes');
    expect(await run.track('report this week @ana')).toContain('*This week');
  });

  it('has a chart beside its table: Slack’s own where that holds it, of text for a month of days, none for nothing', async () => {
    const kinds = () => run.lastMessage()?.blocks?.map(({ type }) => type);
    await run.track('2h #writing 2026-08-03');
    await run.track('1h #team 2026-08-31');
    for (const by of ['week', 'tag']) {
      await run.track(`report august by ${by}`);
      expect(kinds()).toEqual(['section', 'data_visualization', 'table', 'actions']);
    }
    await run.track('report august by day');
    expect(kinds()).toEqual(['section', 'rich_text', 'table', 'actions']);
    expect(JSON.stringify(run.lastMessage()?.blocks?.[1])).toContain(
      'Mon 3 Aug  ██████████████ 2h\\nTue 4 Aug ',
    );
    // Bars begin below one another, whatever stands before them.
    await run.track('4h #writing 12 pages 2026-08-31');
    await run.track('report 2026-03-01 to 2026-09-13 by week');
    expect(JSON.stringify(run.lastMessage()?.blocks?.[1])).toContain(
      '3 Aug  █████▋         2h\\n10 Aug                –\\n17 Aug',
    );
    await run.track('report august by week');
    expect(JSON.stringify(run.lastMessage()?.blocks?.[1])).toContain('"label":"31 Aug","value":5');
    await run.track('report august by unit');
    expect(run.lastText()).toContain('time: 7h\npages: 12');
    expect(kinds()).toEqual(['section', 'table', 'actions']);
    await run.track('report july by day');
    expect(kinds()).toEqual(['section', 'context', 'actions']);
  });

  it('of more tags than Slack draws bars shows the first of them', async () => {
    for (let tag = 0; tag < 25; tag += 1) await run.track(`${tag + 1}m #tag${tag}`);
    await run.track('report today by tag');
    const chart = JSON.stringify(run.lastMessage()?.blocks?.[1]);
    expect(chart).toContain('Hours by tag, the first 20');
    expect(chart).toContain('#tag24');
    expect(chart).not.toContain('#tag4"');
    expect(run.lastText()).toContain('#tag0: 1m');
  });

  it('tells of a month, a quarter, a year and of days without end', async () => {
    await run.track('2h #writing');
    expect(await run.track('month')).toContain('*September 2026: 2h*');
    expect(await run.track('report q3')).toContain('*Q3 2026: 2h*');
    expect(await run.track('report 2026')).toContain('*2026: 2h*');
    expect(await run.track('report march')).toContain('*March 2026: –*');
    expect(await run.track('report 2026-01-01 to 2026-02-14')).toContain('*Thu 1 Jan – Sat 14 Feb: –*');
    expect(await run.track('report since monday')).toContain('*Mon 14 – Wed 16 Sep: 2h*');
    expect(run.problems()).toEqual([]);
  });
});
