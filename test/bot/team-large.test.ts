import { beforeEach, describe, expect, it } from 'vitest';
import { SIGNING_SECRET } from '../../playground/slack/slack.ts';
import { TEAM } from '../../playground/slack/workspace.ts';
import { MOST_MEMBERS_AT_ONCE } from '../../src/bot/commands/team/team-report.ts';
import { type JobOf, readJob } from '../../src/bot/jobs/job.ts';
import { runJob } from '../../src/bot/jobs/run-job.ts';
import { createSeal } from '../../src/bot/slack/seal.ts';
import { sealTeamJob } from '../../src/bot/wire/team-job.ts';
import { botForEachTest } from '../support/bot-for-each-test.ts';
import { ANA, BEN, type BotRun } from '../support/bot-run.ts';
import { putMembers } from '../support/many-members.ts';

let run: BotRun;
botForEachTest((fresh) => {
  run = fresh;
});

const SEAL = createSeal(SIGNING_SECRET, 'job');
const THIS_WEEK = { since: '2026-09-14', until: '2026-09-20' };

/** A job of a report of this week, as the queue carries it. */
function jobOf(how: 'add' | 'replace' | 'share', id = `again ${how}`): JobOf<'team report'> {
  const url = run.slack.responseUrls.mint({ conversationId: 'C000000001', memberId: ANA.id });
  const value = { period: THIS_WEEK, by: 'day', tags: [], members: [] } as const;
  const content = { place: { url, how }, wish: { kind: 'team report', value }, now: run.clock.now } as const;
  return {
    kind: 'team report',
    id,
    until: run.clock.now + 60_000,
    member: { workspaceId: TEAM.id, memberId: ANA.id },
    sealed: sealTeamJob(content, SEAL),
  };
}

const texts = (person = ANA) => run.slack.snapshot(person).messages.map(({ text }) => text);

describe('a report of a thousand members', () => {
  beforeEach(async () => {
    await putMembers(run.store, 1000, 2);
    await run.track('team leads add @ana');
  });

  it('is said to be under way at once, and comes where it was asked for', async () => {
    const before = { ...run.tally };
    await run.track('team report last week');
    await run.jobs.idle();
    const mine = texts();
    expect(mine.at(-1)).toContain(':busts_in_silhouette: 1003 members · *Last week, Mon 7 – Sun 13 Sep: –*');
    expect(mine).toContainEqual(
      ':hourglass_flowing_sand: Adding up 1,003 members: the answer comes here in a moment.',
    );
    expect(texts(BEN).join()).not.toContain('1003');
    // Who is asked for: the list of members twice, settings and prefs; and a request for each.
    expect(run.tally.requests - before.requests).toBeLessThanOrEqual(1003 + 12);
    expect(run.tally.write - before.write).toBeLessThanOrEqual(2);
  });

  it('counts each of them, and shows those with most, by member', async () => {
    await run.track('team report by member');
    await run.jobs.idle();
    expect(run.lastText()).toContain('1000h');
    expect(run.lastText()).toContain('… and 943 more rows, which the total holds too.');
    expect(run.problems()).toEqual([]);
  });

  it('over more days than can be added up is refused, with the way out', async () => {
    expect(await run.track('team report 2020-01-01 to 2026-09-01')).toBe(
      'That is more than I can add up: 1,003 members over so many days. A shorter period works, or some of them: `/track team report last month @name`.',
    );
    expect(await run.track('team report 2020-01-01 to 2026-09-01 @ben')).toContain(`<@${BEN.id}>`);
  });

  it('is put together another way by a press, in place', async () => {
    await run.track('team report');
    await run.jobs.idle();
    await run.press('By tag');
    await run.jobs.idle();
    expect(texts().filter((text) => text.includes('#writing: 1000h'))).toHaveLength(1);
    expect(texts().filter((text) => text.includes('Mon 14 Sep:'))).toEqual([]);
  });

  it('is shared with the channel without names, once however often the queue delivers it', async () => {
    const job = jobOf('share');
    await runJob(run.worker, job);
    await runJob(run.worker, job);
    expect(texts(BEN).filter((text) => text.includes('1003 members'))).toEqual([
      expect.stringContaining('*This week, Mon 14 – Sun 20 Sep: 1000h*'),
    ]);
  });

  it('is not told to whoever is a lead no more, and when it comes too late whoever asked is told that it does not', async () => {
    const job = jobOf('add');
    await run.track('team leads remove @ana');
    await runJob(run.worker, job);
    expect(run.lastText()).toContain('Reports of the team are for its leads');
    const late = { ...jobOf('add', 'late'), until: run.clock.now - 1 };
    await runJob(run.worker, late);
    await runJob(run.worker, late);
    expect(texts().filter((text) => text.includes('1003 members'))).toEqual([]);
    expect(texts().filter((text) => text.includes('report of the team you asked for'))).toHaveLength(1);
  });
});

describe('a team that fits a request', () => {
  it('is added up at once', async () => {
    await putMembers(run.store, MOST_MEMBERS_AT_ONCE - 3, 1);
    await run.track('team leads add @ana');
    expect(await run.track('team report')).toContain(`${MOST_MEMBERS_AT_ONCE} members`);
    expect(await run.track('team report 2026')).toContain('Adding up 250 members');
    await run.jobs.idle();
    expect(run.lastText()).toContain('123h 30m');
  });
});

describe('a job of a report', () => {
  it('is carried by a queue, with nothing of it to be read', () => {
    const job = jobOf('share');
    expect(readJob(JSON.stringify(job))).toEqual(job);
    expect(JSON.stringify(job)).not.toContain('127.0.0.1');
  });

  it.each([
    ['cut', (sealed: string) => sealed.slice(0, -4)],
    ['of another secret', () => createSeal('another').close('{}')],
    ['empty', () => SEAL.close('{}')],
    [
      'of a period backwards',
      () =>
        SEAL.close(
          JSON.stringify({
            u: 'http://127.0.0.1:1/x',
            h: 'add',
            n: 1,
            v: '{"s":"2026-09-20","u":"2026-09-14","b":"day"}',
          }),
        ),
    ],
  ])('that is %s is dropped, and tells nobody', async (_, forged) => {
    await run.track('team leads add @ana');
    const before = texts();
    const job = jobOf('add');
    await runJob(run.worker, { ...job, sealed: forged(job.sealed) });
    expect(texts()).toEqual(before);
    expect(run.logged.at(-1)).toMatchObject({ event: 'job dropped', why: 'unreadable' });
  });
});
