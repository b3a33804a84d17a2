import { beforeEach, describe, expect, it } from 'vitest';
import { GENERAL, TEAM } from '../../playground/slack/workspace.ts';
import { deliver } from '../../src/bot/schedule/deliver.ts';
import { runDue } from '../../src/bot/schedule/run-due.ts';
import { tick } from '../../src/bot/schedule/tick.ts';
import type { Poster } from '../../src/bot/slack/poster.ts';
import { readDue } from '../../src/store/due.ts';
import { startSending } from '../../src/store/sending.ts';
import { readWorkspace, writeWorkspace } from '../../src/store/workspace.ts';
import { instantFromIso } from '../../src/time.ts';
import { botForEachTest } from '../support/bot-for-each-test.ts';
import { ANA, BEN, type BotRun, runBot } from '../support/bot-run.ts';
import { putMembers } from '../support/many-members.ts';

let run: BotRun;
botForEachTest((fresh) => {
  run = fresh;
});

/** Monday 2026-09-21, 9:00 in Madrid. */
const MORNING = at('2026-09-21T07:00:00Z');
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const WEEK = 7 * DAY;

function at(iso: string): number {
  return instantFromIso(iso) ?? Number.NaN;
}

const workspace = () => readWorkspace(run.store, TEAM.id);

/** What the team's errands came to, everything being done that is due at `now`. */
async function teamRunAt(now: number, worker = run.worker): Promise<readonly string[]> {
  run.clock.now = now;
  const outcomes = await runDue(worker);
  return outcomes
    .filter(({ errand }) => errand.startsWith('team'))
    .map(({ errand, kind, why }) => [errand, kind, why].filter((word) => word !== undefined).join(' '));
}

const inChannel = (beginning: string, person = BEN) =>
  run.slack.snapshot(person).messages.filter(({ text }) => text.startsWith(beginning));
const digests = () => inChannel(':calendar: The team’s week');
const details = () => inChannel('*The week in detail*');

const LOSS = ':warning: The team digest you set up may not have reached';
const toldOfLoss = () => inChannel(LOSS, ANA).map(({ text }) => text);

/** For tests in which something fails that Slack would show as a failure. */
async function withFaults(test: () => Promise<void>): Promise<void> {
  const careful = run;
  run = await runBot();
  try {
    await test();
  } finally {
    await run.stop();
    run = careful;
  }
}

async function logWeek(): Promise<void> {
  await run.track('task new Guide');
  await run.track('task new Chapter under task-1');
  await run.track('2h #writing task-2 secret-of-ana');
  await run.track('1h yesterday #client', ANA);
  await run.track('3h #writing task-1 12 pages secret-of-ben', BEN);
  await run.track('1h 8 days ago #writing', BEN);
  await run.track('30m 8 days ago', ANA);
}

async function logBoth(): Promise<void> {
  for (const person of [ANA, BEN]) await run.track('1h #writing', person);
}

async function turnOn(): Promise<void> {
  await run.track('team digest on in #general monday 9:00');
}

describe('setting up the team digest', () => {
  it('is done by an admin in one line, and the channel is told', async () => {
    expect(await run.track('team digest on in #general monday 9:00')).toBe(
      ':white_check_mark: The team digest comes *Mondays at 09:00* in <#C000000001> (Europe/Madrid). It names nobody; an admin lets it name those who allow it: `/track team members show`.',
    );
    expect(run.buttons()).toEqual(['Preview', 'Change team digest']);
    expect(inChannel(':wave:').map(({ text }) => text)).toEqual([
      `:wave: <@${ANA.id}> set up the team digest here: how much was logged in the week, by task and tag, *Mondays at 09:00* in <#C000000001> (Europe/Madrid). It names nobody. Notes are never in it.`,
    ]);
    expect(await workspace()).toMatchObject({
      digest: { channel: GENERAL.id, weekday: 1, time: '09:00', zone: 'Europe/Madrid', setBy: ANA.id },
    });
    await run.track('team digest on in #general monday 9:00');
    expect(await run.track('team digest friday 17:00')).toContain('*Fridays at 17:00*');
    expect(inChannel(':wave:')).toHaveLength(1);
    expect(await run.track('team digest', BEN)).toContain('comes *Fridays at 17:00* in <#C000000001>');
    expect(await run.track('team digest off')).toContain('The team digest is off.');
    expect((await workspace()).digest).toBeUndefined();
  });

  it('is done in a form, which opens where no channel is named', async () => {
    await run.track('team digest on');
    expect(run.formText()).toContain('Comes on');
    expect(await run.submit({})).toEqual({ channel: 'Please choose a channel, or “Off” below.' });
    expect(
      await run.submit({ channel: GENERAL.id, day: '2', time: '08:30', zone: 'Asia/Tokyo', names: 'named' }),
    ).toEqual({});
    expect(run.form()).toBeUndefined();
    expect(run.lastText()).toContain('Team digest: *Tuesdays at 08:30* in <#C000000001> (Asia/Tokyo).');
    expect(await workspace()).toMatchObject({
      namesMembers: true,
      digest: { zone: 'Asia/Tokyo', weekday: 2 },
    });
    expect(await run.track('team digest friday 9:07')).toContain(
      '*Fridays at 09:15* in <#C000000001> (Asia/Tokyo).',
    );
    expect(run.lastText()).toContain('I look every quarter of an hour, so not at 09:07.');
    await run.press('Change team digest');
    await run.submit({ time: '10:50' });
    expect(run.lastText()).toContain('*Fridays at 11:00*');
    expect(run.lastText()).toContain('I look every quarter of an hour, so not at 10:50.');
    await run.press('Change team digest');
    await run.submit({ day: 'off', names: 'unnamed' });
    expect(await workspace()).toMatchObject({ namesMembers: false });
    expect((await workspace()).digest).toBeUndefined();
  });

  it('shows what another admin changed meanwhile, and keeps what was chosen', async () => {
    await run.track('team digest on');
    const seen = await workspace();
    await writeWorkspace(run.store, TEAM.id, seen, { ...seen, leads: [BEN.id] });
    await run.submit({ channel: GENERAL.id, day: '2' });
    expect(run.formText()).toContain('This was changed meanwhile.');
    await run.submit({});
    expect(await workspace()).toMatchObject({ leads: [BEN.id], digest: { weekday: 2 } });
    expect(inChannel(':wave:')).toHaveLength(1);
  });

  it('form that is sent twice is saved once, and tells the channel once', async () => {
    await run.track('team digest on');
    const view = run.form();
    await run.submit({ channel: GENERAL.id });
    const saved = await workspace();
    await run.resubmit(view, { channel: GENERAL.id });
    expect(await workspace()).toEqual(saved);
    expect(inChannel(':wave:')).toHaveLength(1);
  });

  it('for a channel that the bot can’t write to says what to do, and leaves all as it was', async () => {
    await withFaults(async () => {
      await turnOn();
      const before = await workspace();
      await run.track('team digest on');
      const answer = await run.track('team digest');
      expect(answer).toContain('<#C000000001>');
      await run.press('Change team digest');
      await run.submit({ channel: 'C0NOWHERE01', names: 'named' });
      expect(run.formText()).toContain('I am not in <#C0NOWHERE01>: type `/invite @Stint` there.');
      expect({ ...(await workspace()), version: 0 }).toEqual({ ...before, version: 0 });
      await run.submit({ channel: GENERAL.id, names: 'unnamed' });
      expect({ ...(await workspace()), version: 0 }).toEqual({ ...before, version: 0 });
    });
  });

  it('is refused to everybody else, in a line, by a button and in a form', async () => {
    const refused = 'Only an admin of your Slack workspace can change that';
    for (const line of [
      'team digest on in #general',
      'team digest on',
      'team digest off',
      'team members show',
      'team digest now',
    ])
      expect(await run.track(line, BEN)).toContain(refused);
    await run.track('team digest', BEN);
    expect(await run.press('Set up team digest', BEN)).toContain(refused);
    await run.track('team digest', BEN);
    expect(await run.press('Preview', BEN)).toContain(refused);
    expect((await workspace()).version).toBe(0);
  });

  it('says what it can’t read', async () => {
    expect(await run.track('team digest on in general')).toContain(
      'I can’t read `general`, so nothing changed.',
    );
    expect((await workspace()).version).toBe(0);
  });
});

describe('the team digest', () => {
  beforeEach(async () => {
    await logWeek();
    await turnOn();
  });

  it('comes once, as one message with its details in its thread', async () => {
    expect(await teamRunAt(MORNING - MINUTE)).toEqual([]);
    expect(await teamRunAt(MORNING)).toEqual(['team digest sent']);
    expect(digests().map(({ text }) => text)).toEqual([
      [
        ':calendar: The team’s week, Mon 14 – Sun 20 Sep: *6h, 12 pages* by 2 members',
        '4h 30m more than in the week before (1h 30m).',
        '*Most time:* #writing 5h, 12 pages',
        '*Tasks:* task-1 Guide 5h, 12 pages',
        'Comes Mondays at 09:00. Who allows it is named: `/track team show me`.',
      ].join('\n'),
    ]);
    const [detail] = details();
    expect(detail?.text.split('\n')).toEqual([
      '*The week in detail*',
      'Mon 14 Sep: –',
      'Tue 15 Sep: 1h',
      'Wed 16 Sep: 5h, 12 pages',
      'Thu 17 Sep: –',
      'Fri 18 Sep: –',
      'Sat 19 Sep: –',
      'Sun 20 Sep: –',
      '*Tags*',
      '#writing: 5h, 12 pages',
      '*Tasks*',
      'task-1 Guide: 5h, 12 pages (own 3h, 12 pages)',
      '\u2003task-2 Chapter: 2h',
      'An entry with several tags counts in each; a task holds what lies below it too. The total counts every entry once. A tag that only one member used is left out, unless they may be named.',
    ]);
    expect(detail?.threadTs).toBe(digests()[0]?.ts);
    expect(await teamRunAt(MORNING + MINUTE)).toEqual([]);
    expect(await teamRunAt(MORNING + WEEK)).toEqual(['team digest skipped empty']);
    expect([digests().length, details().length]).toEqual([1, 1]);
    expect(run.problems()).toEqual([]);
  });

  it('names nobody unless both the team and the member allow it', async () => {
    const sent = () => JSON.stringify([digests(), details()]);
    const named = [ANA, BEN].flatMap(({ id, name, realName }) => [id, name, realName]);
    await run.track('team show me');
    await run.track('team show me', BEN);
    await teamRunAt(MORNING);
    for (const word of named) expect(sent()).not.toContain(word);
    expect(sent()).not.toContain('secret-of');
  });

  it('names those who allow it, and never sums one alone', async () => {
    await run.track('team members show');
    await run.track('team show me', BEN);
    run.clock.now = MORNING - 60 * MINUTE;
    // Of two, one that is not named would be known by what is left.
    expect(await run.track('team digest now')).not.toContain('Members');
    await putMembers(run.store, 2, 3);
    await teamRunAt(MORNING);
    expect(digests()[0]?.text).toContain('*Members:* ben 3h, 12 pages · 3 others 6h');
    expect(details()[0]?.text).toContain('*Members*\nben: 3h, 12 pages\n3 others: 6h');
    expect(JSON.stringify([digests(), details()])).not.toContain(ANA.id);
  });

  it('whose worker ended after the message is finished by another in its thread', async () => {
    run.clock.now = MORNING;
    const key = { bucket: MORNING, errand: 'team digest', workspaceId: TEAM.id } as const;
    const detail = { ...key, errand: 'team digest detail' } as const;
    const ended = new Error('the process ended');
    const post: Poster = async (to, message) => {
      if (to.thread !== undefined) throw ended;
      return run.worker.post(to, message);
    };
    expect(await deliver({ ...run.worker, post }, key)).toEqual({ kind: 'sent' });
    expect((await readDue(run.store, key))?.state).toBe('sent');
    // It ended while it was sending, so whether the details are there is not known: they are not sent again.
    expect((await readDue(run.store, detail))?.state).toBe('sending');
    expect([digests().length, details().length]).toEqual([1, 0]);
  });

  it('whose worker ended before its details were begun leaves them to the next tick', async () => {
    run.clock.now = MORNING;
    const key = { bucket: MORNING, errand: 'team digest', workspaceId: TEAM.id } as const;
    let isPosted = false;
    const post: Poster = (to, message) => {
      isPosted = true;
      return run.worker.post(to, message);
    };
    const now = () => {
      if (isPosted) throw new Error('the process ended');
      return run.clock.now;
    };
    await deliver({ ...run.worker, post, now }, key);
    expect([digests().length, details().length]).toEqual([1, 0]);
    expect(await teamRunAt(MORNING + 2 * MINUTE)).toEqual(['team digest detail sent']);
    expect(await teamRunAt(MORNING + 30 * MINUTE)).toEqual([]);
    expect([digests().length, details().length]).toEqual([1, 1]);
    expect(details()[0]?.threadTs).toBe(digests()[0]?.ts);
  });

  it('is sent once by two workers at once', async () => {
    run.clock.now = MORNING;
    const keys = (await tick(run.worker)).filter(({ errand }) => errand === 'team digest');
    await Promise.all([...keys, ...keys, ...keys].map((key) => deliver(run.worker, key)));
    await teamRunAt(MORNING + 5 * MINUTE);
    expect([digests().length, details().length]).toEqual([1, 1]);
  });

  it('whose answer was lost is not sent again, which the team can see', async () => {
    await withFaults(async () => {
      await logWeek();
      await turnOn();
      const post: Poster = async (to, message) => {
        const posted = await run.worker.post(to, message);
        return to.channel === GENERAL.id ? { kind: 'unknown', problem: 'no answer' } : posted;
      };
      expect(await teamRunAt(MORNING, { ...run.worker, post })).toEqual(['team digest lost no answer']);
      expect(await teamRunAt(MORNING + MINUTE)).toEqual([]);
      expect(digests()).toHaveLength(1);
      // It may be there, and nobody knows where: so nobody can put a thread below it.
      expect(details()).toEqual([]);
      expect(toldOfLoss()).toEqual([
        expect.stringContaining(`may not have reached <#${GENERAL.id}>: Slack did not say. If it is there,`),
      ]);
      expect(inChannel(LOSS, BEN)).toEqual([]);
      expect(await run.track('team digest', BEN)).toContain(
        'The last team digest may not have reached its channel.',
      );
    });
  });

  it('whose worker ended while it sent is told of once, by whoever finds it', async () => {
    await withFaults(async () => {
      await logWeek();
      await turnOn();
      const key = { bucket: MORNING, errand: 'team digest', workspaceId: TEAM.id } as const;
      const due = await readDue(run.store, key);
      if (due === undefined) throw new Error('no team digest is due');
      await startSending(run.store, due, '2026-09-14', MORNING + MINUTE);
      run.clock.now = MORNING + MINUTE;
      await Promise.all(Array.from({ length: 6 }, () => deliver(run.worker, key)));
      await teamRunAt(MORNING + 2 * MINUTE);
      expect(toldOfLoss()).toHaveLength(1);
      expect(await readDue(run.store, key)).toMatchObject({ state: 'lost' });
    });
  });

  it('comes again when Slack wants it later, message and details apart', async () => {
    const waits = new Set(['message', 'details']);
    const post: Poster = async (to, message) => {
      const which = to.thread === undefined ? 'message' : 'details';
      if (to.channel === GENERAL.id && waits.delete(which))
        return { kind: 'later', after: 30_000, why: 'Slack asked to wait' };
      return run.worker.post(to, message);
    };
    const worker = { ...run.worker, post };
    expect(await teamRunAt(MORNING, worker)).toEqual(['team digest later Slack asked to wait']);
    expect(await teamRunAt(MORNING + MINUTE, worker)).toEqual(['team digest sent']);
    expect(await teamRunAt(MORNING + 2 * MINUTE, worker)).toEqual(['team digest detail sent']);
    expect([digests().length, details().length]).toEqual([1, 1]);
  });

  it.each(['is_archived', 'not_in_channel', 'channel_not_found', 'restricted_action'])(
    'that Slack refuses as %s is told once to who set it up, and the rest goes on',
    async (problem) => {
      const post: Poster = async (to, message) =>
        to.channel === GENERAL.id ? { kind: 'refused', problem } : run.worker.post(to, message);
      const worker = { ...run.worker, post };
      run.clock.now = MORNING;
      const outcomes = await runDue(worker);
      const kinds = outcomes.map(({ errand, kind }) => `${errand} ${kind}`);
      expect(kinds).toContain('team digest skipped');
      expect(kinds).toContain('digest sent');
      const told = () => inChannel(':warning: The team digest you set up could not be posted.', ANA);
      expect(told()).toHaveLength(1);
      expect(inChannel(':warning:', BEN)).toEqual([]);
      run.clock.now = MORNING + WEEK - 3 * DAY;
      await logBoth();
      expect(await teamRunAt(MORNING + WEEK, worker)).toEqual([`team digest skipped ${problem}`]);
      expect(told()).toHaveLength(1);
      expect(await run.track('team digest', BEN)).toContain('The last one was not posted');
      // Once it comes through, the trouble is over.
      run.clock.now = MORNING + 2 * WEEK - 3 * DAY;
      await logBoth();
      expect(await teamRunAt(MORNING + 2 * WEEK)).toEqual(['team digest sent']);
      expect(await run.track('team digest', BEN)).not.toContain('not posted');
    },
  );

  it('tells of nobody alone: not of a week in which only one logged, nor of a tag that only one used', async () => {
    run.clock.now = MORNING + WEEK - 3 * DAY;
    await run.track('3h #jobsearch', ANA);
    expect(await run.track('team digest now', ANA)).toContain('Only one member logged in that week');
    await teamRunAt(MORNING);
    expect(await teamRunAt(MORNING + WEEK)).toEqual(['team digest skipped one alone']);
    run.clock.now = MORNING + 2 * WEEK - 3 * DAY;
    await logBoth();
    await run.track('2h #jobsearch', ANA);
    expect(await teamRunAt(MORNING + 2 * WEEK)).toEqual(['team digest sent']);
    // Not the blocks: their ids are letters by chance.
    const said = [digests().at(-1)?.text, details().at(-1)?.text].join('\n');
    expect(said).toContain('*4h* by 2 members');
    // Of the week before everything was hers.
    expect(said).not.toMatch(/jobsearch|week before|3h/);
  });

  it('on a day inside its week says how far that has come, and compares with as much of the one before', async () => {
    await run.track('team digest friday 17:00');
    run.clock.now = MORNING - DAY;
    await logBoth();
    run.clock.now = MORNING + 3 * DAY;
    await logBoth();
    const [shown = ''] = (await run.track('team digest now')).split('\n*Most');
    expect(shown).toBe(
      ':calendar: The team’s week so far, Mon 21 – Thu 24 Sep: *2h* by 2 members\n4h less than by the same day of the week before (6h, 12 pages).',
    );
  });

  it('waits for Slack to say what those are called who allow it, and goes without a name that there is not', async () => {
    await run.track('team members show');
    await run.track('team show me', ANA);
    await run.track('team show me', BEN);
    let answer: string | null | undefined;
    const worker = {
      ...run.worker,
      slackIn: async (workspaceId: string) => {
        const slack = await run.worker.slackIn(workspaceId);
        return slack && { ...slack, memberName: async () => answer };
      },
    };
    expect(await teamRunAt(MORNING, worker)).toEqual(['team digest later no names']);
    expect(digests()).toEqual([]);
    answer = 'Somebody';
    expect(await teamRunAt(MORNING + DAY / 24, worker)).toEqual(['team digest sent']);
    expect(digests()[0]?.text).toContain('*Members:* Somebody');
  });

  it('of a workspace whose token is gone is skipped, and tells nobody', async () => {
    const worker = { ...run.worker, slackIn: async () => undefined };
    expect(await teamRunAt(MORNING, worker)).toEqual(['team digest skipped not installed']);
    expect(digests()).toEqual([]);
  });

  it('follows its settings: what was asked for before is left alone', async () => {
    await run.track('team digest friday 17:00');
    expect(await teamRunAt(at('2026-09-18T15:00:00Z'))).toEqual(['team digest sent']);
    expect(await teamRunAt(MORNING)).toEqual(['team digest skipped other settings']);
    await run.track('team digest off');
    expect(await teamRunAt(MORNING + WEEK)).toEqual(['team digest skipped off']);
    expect(digests()).toHaveLength(1);
  });

  it('never tells of the same week twice, whatever the settings become', async () => {
    await teamRunAt(MORNING);
    await run.track('team digest tuesday 9:00');
    expect(await teamRunAt(MORNING + DAY)).toEqual(['team digest skipped sent before']);
    expect(digests()).toHaveLength(1);
  });

  it('is previewed by who asks, alone, and sent to nobody', async () => {
    run.clock.now = MORNING - 60 * MINUTE;
    const preview = await run.track('team digest now');
    expect(preview).toContain(':calendar: The team’s week, Mon 14 – Sun 20 Sep: *6h, 12 pages* by 2 members');
    expect(preview).toContain('*The week in detail*');
    expect(preview).toContain('A preview that only you see.');
    await run.track('team digest');
    expect(await run.press('Preview')).toContain('A preview that only you see.');
    expect([digests().length, details().length]).toEqual([0, 0]);
    await run.track('team leads add @ben');
    expect(await run.track('team digest now', BEN)).toContain('A preview that only you see.');
  });

  it('of a large team is previewed outside of the request', async () => {
    await putMembers(run.store, 260, 1);
    run.clock.now = MORNING - 60 * MINUTE;
    await run.track('team digest now');
    await run.jobs.idle();
    expect(run.lastText()).toContain('by 262 members');
    expect(digests()).toEqual([]);
  });

  it('of a thousand members costs a request for each, and a few', async () => {
    await putMembers(run.store, 1000, 1);
    run.clock.now = MORNING;
    const before = run.tally.requests;
    expect(
      await deliver(run.worker, { bucket: MORNING, errand: 'team digest', workspaceId: TEAM.id }),
    ).toEqual({
      kind: 'sent',
    });
    expect(run.tally.requests - before).toBeLessThanOrEqual(1002 + 24);
    expect(digests()[0]?.text).toContain('by 1002 members');
  });
});
