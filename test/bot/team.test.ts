import { beforeEach, describe, expect, it } from 'vitest';
import { commandForm } from '../../playground/slack/payloads.ts';
import { lambdaContext, signedEvent } from '../../playground/slack/signed-event.ts';
import { SIGNING_SECRET } from '../../playground/slack/slack.ts';
import { GENERAL, PEOPLE, TEAM } from '../../playground/slack/workspace.ts';
import { readWorkspace, writeWorkspace } from '../../src/store/workspace.ts';
import { botForEachTest } from '../support/bot-for-each-test.ts';
import { ANA, BEN, type BotRun, runBot } from '../support/bot-run.ts';

const CLEO = PEOPLE.find(({ name }) => name === 'cleo');

let run: BotRun;
botForEachTest((fresh) => {
  run = fresh;
});

/** A command with ids that the composer has no names for; what it is answered with. */
async function typed(text: string, person = ANA): Promise<string> {
  const urls = { responseUrl: 'https://hooks.slack.test/x', triggerId: `T.${text}` };
  const form = Object.entries({ ...commandForm(person, GENERAL.id, '', urls), text });
  const body = new URLSearchParams(form.map(([name, value]): [string, string] => [name, `${value}`]));
  const request = { contentType: 'application/x-www-form-urlencoded', body: body.toString() } as const;
  const answer = await run.handler(signedEvent(request, SIGNING_SECRET, run.clock.now), lambdaContext());
  return typeof answer === 'string' ? answer : `${JSON.parse(answer.body ?? '{}').text}`;
}

const workspace = () => readWorkspace(run.store, TEAM.id);

describe('team leads', () => {
  it('are named and taken off the list by an admin', async () => {
    expect(await run.track('team leads')).toBe('Nobody is a lead yet, so nobody sees anybody else’s time.');
    expect(await run.track('team leads add @ben')).toBe(
      [
        `:white_check_mark: Named: <@${BEN.id}>.`,
        `Leads: <@${BEN.id}>. They see everybody’s time by \`/track team report\`, never a note.`,
      ].join('\n'),
    );
    expect(await run.track('team leads add @ben @ana')).toContain(
      `:white_check_mark: Named: <@${ANA.id}>. <@${BEN.id}> was a lead already.`,
    );
    expect((await workspace()).leads).toEqual([BEN.id, ANA.id]);
    expect(await run.track('team leads remove @ben')).toContain(`No longer named: <@${BEN.id}>.`);
    expect(await run.track('team leads remove @ben')).toContain(`<@${BEN.id}> was no lead.`);
    expect(await run.track('team leads', BEN)).toContain(`Leads: <@${ANA.id}>.`);
  });

  it('are changed by nobody else', async () => {
    const refused =
      'Only an admin of your Slack workspace can change that, so nothing changed. `/track team` shows what is set.';
    expect(await run.track('team leads add @ben', BEN)).toBe(refused);
    await run.track('team leads', BEN);
    expect(await run.press('Change leads', BEN)).toBe(refused);
    expect(await run.track('team leads add', BEN)).toBe(refused);
    expect((await workspace()).version).toBe(0);
  });

  it('that Slack gives no member for are asked about', async () => {
    expect(await run.track('team leads add @bob')).toContain('I can’t tell who is meant by `@bob`');
    expect(await run.track('team leads @ben')).toContain('so nothing changed');
    expect((await workspace()).version).toBe(0);
  });

  it('are chosen in a form, which shows what others changed meanwhile', async () => {
    await run.track('team leads add @ben');
    await run.track('team leads add');
    const seen = await workspace();
    await writeWorkspace(run.store, TEAM.id, seen, { ...seen, leads: [] });
    expect(await run.submit({ leads: [ANA.id, BEN.id] })).toEqual({});
    expect(run.formText()).toContain('This was changed meanwhile. Nobody is a lead yet');
    expect((await workspace()).leads).toEqual([]);
    await run.submit({});
    expect(run.form()).toBeUndefined();
    expect((await workspace()).leads).toEqual([ANA.id, BEN.id]);
    await run.track('team leads');
    await run.press('Change leads');
    await run.submit({ leads: [] });
    expect(run.lastText()).toContain('Nobody is a lead yet');
    expect((await workspace()).leads).toEqual([]);
  });

  it('form that is sent twice is saved once', async () => {
    await run.track('team leads add');
    const view = run.form();
    await run.submit({ leads: [BEN.id] });
    const saved = await workspace();
    await run.resubmit(view, { leads: [BEN.id] });
    expect(await workspace()).toEqual(saved);
  });

  it('are not changed while Slack does not say who is an admin', async () => {
    const careful = run;
    run = await runBot();
    try {
      run.slack.faults.set('server_error');
      expect(await run.track('team leads add @ben')).toContain(
        'Slack did not tell me whether you are an admin',
      );
      expect((await workspace()).version).toBe(0);
    } finally {
      await run.stop();
      run = careful;
    }
  });
});

describe('a report of the team', () => {
  beforeEach(async () => {
    await run.track('team leads add @ana');
    await run.track('2h #writing secret-of-ana');
    await run.track('3h #writing #client 12 pages secret-of-ben', BEN);
    await run.track('1h yesterday', BEN);
  });

  it('adds up everybody, by day, and names nobody', async () => {
    expect(await run.track('team report')).toBe(
      [
        ':busts_in_silhouette: 3 members · *This week, Mon 14 – Sun 20 Sep: 6h, 12 pages*',
        'Nothing by the same day of the week before.',
        'Mon 14 Sep: –',
        'Tue 15 Sep: 1h',
        'Wed 16 Sep: 5h, 12 pages',
      ].join('\n'),
    );
    expect(run.buttons()).toEqual(['By week', 'By tag', 'By task', 'By member', 'By unit', 'Share']);
  });

  it('counts an entry with several tags once in the total, and says so', async () => {
    expect(await run.track('team report today by tag')).toBe(
      [
        ':busts_in_silhouette: 3 members · *Today, Wed 16 Sep: 5h, 12 pages*',
        '4h more than in the day before (1h).',
        '#writing: 5h, 12 pages',
        '#client: 3h, 12 pages',
        'Entries with several tags count in each of their rows: 3h more than the total, which counts every entry once.',
      ].join('\n'),
    );
  });

  it('by member mentions each, those with nothing last, and is not shared', async () => {
    expect((await run.track('team today by member')).split('\n').slice(2)).toEqual([
      `<@${BEN.id}>: 3h, 12 pages`,
      `<@${ANA.id}>: 2h`,
      `<@${CLEO?.id}>: –`,
    ]);
    expect(run.buttons()).not.toContain('Share');
    expect((await run.track('team yesterday by member')).split('\n').slice(2)).toEqual([
      `<@${BEN.id}>: 1h`,
      `<@${ANA.id}>: –`,
      `<@${CLEO?.id}>: –`,
    ]);
    expect(await run.track('team report by member share')).toContain('Not shared');
    expect(run.lastText(BEN)).not.toContain('2h');
  });

  it('is of one member where the line names them', async () => {
    expect(await run.track('team report @ben by tag')).toBe(
      [
        `:busts_in_silhouette: <@${BEN.id}> · *This week, Mon 14 – Sun 20 Sep: 4h, 12 pages*`,
        'Nothing by the same day of the week before.',
        '#client: 3h, 12 pages',
        '#writing: 3h, 12 pages',
        'no tag: 1h',
        'Entries with several tags count in each of their rows: 3h more than the total, which counts every entry once.',
      ].join('\n'),
    );
    expect(await run.track('report @ben')).toContain('4h, 12 pages');
    expect(await run.track('report by member')).toContain(`<@${BEN.id}>: 4h`);
  });

  it('follows each member’s own renames, merges and archives', async () => {
    await run.track('tag rename writing prose', BEN);
    await run.track('tag merge client prose', BEN);
    await run.track('tag archive prose', BEN);
    expect((await run.track('team today by tag')).split('\n').slice(2)).toEqual([
      '#prose: 3h, 12 pages',
      '#writing: 2h',
    ]);
    expect(await run.track('team report today #prose')).toContain('3h, 12 pages');
    expect(await run.track('team report today #client')).toContain('Nobody logged anything with #client');
    expect((await run.track('team report 2026 by tag')).split('\n').slice(2, 4)).toEqual([
      '#prose: 3h, 12 pages',
      '#writing: 2h',
    ]);
  });

  it('by task is a tree with titles, each task with what lies below it', async () => {
    await run.track('task new Guide');
    await run.track('task new Chapter under task-1');
    await run.track('task new Figures under task-2', BEN);
    await run.track('30m task-1');
    await run.track('45m task-3', BEN);
    await run.track('15m task-99', BEN);
    expect((await run.track('team report today by task')).split('\n').slice(2)).toEqual([
      'task-1 Guide: 1h 15m (own 30m)',
      '\u2003task-2 Chapter: 45m (own 0m)',
      '\u2003\u2003task-3 Figures: 45m',
      'task-99: 15m',
      'no task: 5h, 12 pages',
      'A task holds what lies below it too, with its own in brackets; the total counts every entry once.',
    ]);
    expect(await run.track('team report today task-2')).toContain(
      '*task-2 and all below it · Today, Wed 16 Sep: 45m*',
    );
    expect(await run.track('team report task-77')).toBe(
      'There is no task-77. `/track tasks` shows those there are.',
    );
  });

  it('says so where there is nothing, or nobody', async () => {
    expect(await run.track('team report march')).toContain('Nobody logged anything in these days');
    expect(await run.track('team report #nosuchtag')).toContain(
      'Nobody logged anything with #nosuchtag in these days.',
    );
    expect(await run.track('team report march share')).toContain('Not shared: nothing is logged');
    expect(await typed('team report <@U0STRANGER|sam>')).toBe(
      '<@U0STRANGER> has not used Stint yet, so there is nothing to report of them. `/track team report by member` shows everybody who has.',
    );
  });

  it('is put together another way by a press, and shared once', async () => {
    await run.track('team today');
    expect(await run.press('By member')).toContain(`<@${BEN.id}>: 3h`);
    expect(await run.press('By tag')).toContain('#writing: 5h');
    const { ts = '' } = run.lastMessage() ?? {};
    await Promise.all([run.pressIn(ts, 'Share'), run.pressIn(ts, 'Share')]);
    const shared = run.slack.snapshot(BEN).messages.filter(({ text }) => text.includes('3 members'));
    expect(shared.map(({ text }) => text.split('\n')[0])).toEqual([
      `:busts_in_silhouette: <@${ANA.id}> · 3 members · *Today, Wed 16 Sep: 5h, 12 pages*`,
    ]);
    // The second click takes nothing back of what the first was answered with.
    expect(run.slack.snapshot(ANA).messages.map(({ ts: at, text }) => [at, text])).toContainEqual([
      ts,
      ':white_check_mark: Shared in this channel.',
    ]);
  });

  it('is refused to everybody else, who is told whom to ask and nothing more', async () => {
    const refused = `Reports of the team are for its lead, <@${ANA.id}>. An admin of your Slack workspace can name you: \`/track team leads add\` <@${BEN.id}>. Your own time is in \`/track week\` and \`/track report\`.`;
    for (const line of [
      'team report',
      'team report by member',
      'team report @ana',
      'team report task-99',
      'report @ana',
      'report by member',
      'team report share',
    ]) {
      expect(await run.track(line, BEN)).toBe(refused);
    }
    await run.track('team leads remove @ana');
    // An admin is no lead by being one.
    expect(await run.track('team report')).toContain('and nobody is one yet');
  });

  it('tells nobody what anybody noted', async () => {
    const sent = () => JSON.stringify(run.slack.log.entries().map(({ sent, answer }) => [sent, answer]));
    const before = sent().length;
    for (const by of ['day', 'week', 'month', 'tag', 'task', 'member', 'unit'])
      await run.track(`team report by ${by}`);
    expect(sent().slice(before)).not.toContain('secret-of');
  });
});

describe('a lead of another workspace', () => {
  it('sees nothing of this one', async () => {
    const other = { ...(await workspace()), leads: [BEN.id] };
    await writeWorkspace(run.store, 'T0OTHER', { ...other, version: 0 }, other);
    expect(await run.track('team report', BEN)).toContain('nobody is one yet');
  });
});

describe('team', () => {
  it('shows what is set, and whether the digest may name whoever asks', async () => {
    expect(await run.track('team', BEN)).toBe(
      [
        '*Your team in Stint*',
        '• Nobody is a lead yet, so nobody sees anybody else’s time.',
        '• Team digest: off',
        '• It names nobody.',
      ].join('\n'),
    );
    expect(run.buttons(BEN)).toEqual(['Change leads', 'Set up team digest', 'Let it name me']);
    expect(await run.press('Let it name me', BEN)).toContain('The team digest may name you, ');
    expect(await run.track('team', BEN)).toContain('You would allow it to name you.');
    expect(await run.track('team hide me', BEN)).toContain('won’t name you');
    expect(await run.track('team', BEN)).toContain('• It names nobody.');
    expect(await run.track('team', BEN)).not.toContain('You would allow');
    await run.track('team leads add @ben');
    await run.track('team', BEN);
    expect(await run.press('Team report', BEN)).toContain('*This week, Mon 14 – Sun 20 Sep: –*');
  });
});
