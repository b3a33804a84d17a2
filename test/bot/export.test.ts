import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { lambdaContext, signedEvent } from '../../playground/slack/signed-event.ts';
import { TEAM } from '../../playground/slack/workspace.ts';
import { type ExportFile, exportFiles } from '../../src/bot/export/export-files.ts';
import { readReader } from '../../src/bot/jobs/reader.ts';
import type { Member } from '../../src/member.ts';
import { partitionOf } from '../../src/store/kinds/member.ts';
import { addDays } from '../../src/time.ts';
import { botForEachTest } from '../support/bot-for-each-test.ts';
import { ANA, BEN, type BotRun, runBot } from '../support/bot-run.ts';
import { scriptWrites } from '../support/faults.ts';
import { putEntries } from '../support/put-entries.ts';
import { readCalendar } from '../support/read-calendar.ts';
import { readCsv } from '../support/read-csv.ts';
import { content } from '../support/samples.ts';

const MEMBER = { workspaceId: TEAM.id, memberId: ANA.id };

let run: BotRun;
const take = (fresh: BotRun) => {
  run = fresh;
};

/** The files that were shared with Ana, and what was said above the last of them. */
function files(): readonly { readonly name: string; readonly text: string }[] {
  return run.slack
    .snapshot(ANA)
    .messages.filter(({ conversationId }) => conversationId === ANA.directMessageId)
    .flatMap(({ files: shared = [] }) => shared)
    .map(({ id, name }) => ({ name, text: run.slack.findFile(id)?.bytes.toString('utf8') ?? '' }));
}

function messagesToAna(): readonly string[] {
  return run.slack
    .snapshot(ANA)
    .messages.filter(({ conversationId, text }) => conversationId === ANA.directMessageId && text !== '')
    .map(({ text }) => text);
}

const things = z.array(z.unknown());
const lists = z.object({ entries: things, notes: things, tasks: things, tags: things, history: things });

/** The keys of everything in a member's partition. */
async function rowsOf(member: Member): Promise<readonly string[]> {
  const { client, table } = run.store;
  const ExpressionAttributeValues = { ':pk': partitionOf(member) };
  const query = {
    TableName: table,
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues,
    ConsistentRead: true,
  };
  const { Items = [] } = await client.send(new QueryCommand(query));
  return Items.map(({ sk }) => String(sk));
}

const json = z.object({ entries: z.array(z.object({ date: z.string() })) });

/** The days of the entries in one file, which must be whole. */
function datesIn(format: 'csv' | 'json' | 'ical', text: string): readonly string[] {
  switch (format) {
    case 'csv':
      return readCsv(text.slice(1))
        .slice(1)
        .map(([date = '']) => date);
    case 'json':
      return json.parse(JSON.parse(text)).entries.map(({ date }) => date);
    case 'ical': {
      const properties = readCalendar(text);
      expect(properties.at(-1)).toMatchObject({ name: 'END', value: 'VCALENDAR' });
      return properties
        .filter(({ name }) => name === 'DTSTART')
        .map(({ value }) => value.replace(/(\d{4})(\d\d)(\d\d)/, '$1-$2-$3'));
    }
  }
}

async function filesOf(...asked: Parameters<typeof exportFiles>): Promise<readonly ExportFile[]> {
  const all: ExportFile[] = [];
  for await (const file of exportFiles(...asked)) all.push(file);
  return all;
}

async function exported(line: string): Promise<string> {
  const before = files().length;
  await run.track(line);
  await run.jobs.idle();
  const [file, ...others] = files().slice(before);
  expect(others).toEqual([]);
  return file?.text ?? '';
}

describe('an export', () => {
  botForEachTest(take);

  it('comes as a file in the direct message, announced at once', async () => {
    await run.track('task new Guide');
    await run.track('9:30-11 #writing task-1 =draft, "two"');
    await run.track('12 pages #reading yesterday');
    expect(await run.track('export csv this week')).toBe(
      ':package: Your file is on its way: This week, Mon 14 – Sun 20 Sep as CSV. It comes as a direct message in a moment.',
    );
    await run.jobs.idle();
    const [file] = files();
    expect(file?.name).toBe('stint-2026-09-14-to-2026-09-20.csv');
    expect(readCsv(file?.text.slice(1) ?? '')).toEqual([
      [
        'Date',
        'Start',
        'End',
        'Time zone',
        'Seconds',
        'Hours',
        'Tags',
        'Task',
        'Task title',
        'Note',
        'pages',
        'Start UTC',
        'End UTC',
      ],
      ['2026-09-15', '', '', 'Europe/Madrid', '', '', 'reading', '', '', '', '12', '', ''],
      [
        '2026-09-16',
        '2026-09-16 09:30:00',
        '2026-09-16 11:00:00',
        'Europe/Madrid',
        '5400',
        '1.5',
        'writing',
        'task-1',
        'Guide',
        '\'=draft, "two"',
        '',
        '2026-09-16T07:30:00Z',
        '2026-09-16T09:00:00Z',
      ],
    ]);
    expect(messagesToAna()).toEqual(['Your export: This week, Mon 14 – Sun 20 Sep as CSV, 2 entries.']);
  });

  it('is a calendar too, and narrowed by tag, task and words', async () => {
    await run.track('9:30-11 #writing client call');
    await run.track('1h #writing mails');
    const events = (text: string) => readCalendar(text).filter(({ name }) => name === 'UID').length;
    expect(events(await exported('export ical'))).toBe(2);
    expect(events(await exported('export ical this month "client call"'))).toBe(1);
    expect(events(await exported('export ics #writing'))).toBe(2);
  });

  it.each([
    ['export csv last month', 'august 2026', 'csv'],
    ['export ical 1999', '1999', 'ical'],
    ['export json yesterday', 'yesterday', 'json'],
    ['export csv #unknown', '#unknown', 'csv'],
  ])('of nothing is no file, which is said: %s', async (line, about, format) => {
    await run.track('1h #writing');
    await run.track(line);
    await run.jobs.idle();
    expect(run.lastText().toLowerCase()).toContain(`there is no file: nothing is logged of ${about}`);
    expect(run.lastText()).toContain(`\`/track export ${format}\` holds all that is.`);
    expect([files(), messagesToAna()]).toEqual([[], []]);
  });

  it('of a member who has logged nothing is no file, but for everything that is kept of them', async () => {
    await run.track('export csv');
    await run.jobs.idle();
    expect(run.lastText()).toBe('There is no file yet, since nothing is logged: `/track 45m` logs.');
    expect(JSON.parse(await exported('export json'))).toMatchObject({ settings: {}, entries: [], notes: [] });
  });

  it('as CSV tells the amounts of every line, also of what is logged while it is made', async () => {
    const logged = content({ date: '2026-09-14', tags: [] });
    const { seconds: _, ...counted } = logged;
    await putEntries(run.store, MEMBER, [logged]);
    const reader = await readReader(run.worker, MEMBER, run.clock.now);
    if (reader === undefined) throw new Error('no member');
    let reads = 0;
    run.store.client.middlewareStack.add(
      (next, context) => async (args) => {
        if (context['commandName'] === 'QueryCommand') {
          reads += 1;
          // Whoever reads the days finds a unit there that was not there before.
          const measures = [{ value: 42, unit: `unit${reads}` }];
          await putEntries(run.store, MEMBER, [logged, { ...counted, measures }]);
        }
        return next(args);
      },
      { step: 'initialize', name: 'meanwhile' },
    );
    const [file] = await filesOf(reader, { format: 'csv', tags: [] });
    const [head = [], ...rows] = readCsv(file?.bytes.toString('utf8').slice(1) ?? '');
    const told = rows.map((row) =>
      row.filter((cell, at) => cell !== '' && (head[at] === 'Seconds' || at > 9)),
    );
    expect(told.length).toBe(2);
    expect(told).not.toContainEqual([]);
  });

  it('as JSON without a period holds everything that is kept of the member, and nothing of others', async () => {
    await run.track('task new Guide #docs ~4h');
    await run.track('1h task-1 #prose a note');
    await run.track('tag rename prose writing');
    await run.track('note remember the milk');
    await run.track('2h');
    await run.track('delete');
    await run.track('start #deep');
    await run.track('3h secret of Ben', BEN);
    const rows = await rowsOf(MEMBER);
    const all = await exported('export json');
    expect(JSON.parse(all)).toMatchObject({
      format: 'stint-export',
      version: 1,
      workspaceId: TEAM.id,
      memberId: ANA.id,
      settings: { zone: 'Europe/Madrid', weekStart: 1 },
      team: { mayBeNamed: false, isLead: false },
      timer: { tags: ['deep'] },
      tags: expect.arrayContaining([expect.objectContaining({ tag: 'prose', renamedTo: 'writing' })]),
      entries: [
        {
          date: '2026-09-16',
          seconds: 3600,
          task: 1,
          taskTitle: 'Guide',
          tags: ['writing'],
          tagsAsWritten: ['prose'],
          note: 'a note',
        },
      ],
      notes: [{ text: 'remember the milk' }],
      tasks: [{ number: 1, title: 'Guide', estimateSeconds: 14_400 }],
      history: expect.arrayContaining([expect.objectContaining({ q: { s: 7200 } })]),
    });
    expect(all).not.toContain('secret of Ben');
    const told = lists.parse(JSON.parse(all));
    const settings = rows.filter((sk) => sk === 'me#prefs' || sk === 'me#timer');
    const listed = [told.entries, told.notes, told.tasks, told.tags, told.history].flat().length;
    expect(listed + settings.length).toBe(rows.length);
    const some = JSON.parse(await exported('export json this week'));
    expect(Object.keys(some)).toEqual([
      'format',
      'version',
      'exportedAt',
      'workspaceId',
      'memberId',
      'period',
      'entries',
    ]);
  });

  it('asks for the format where none is named, and is offered below a report, which stays', async () => {
    await run.track('1h #writing');
    await run.track('2h #team');
    expect(await run.track('export last week')).toContain('Which file do you want of Last week');
    await run.track('report this week #writing by day rounded to 15m');
    await run.press('Download');
    expect(run.lastText()).toContain('Which file do you want of #writing · This week');
    expect(await run.press('iCalendar')).toContain(':package: Your file is on its way: #writing');
    await run.jobs.idle();
    expect(files().map(({ name }) => name)).toEqual(['stint-2026-09-14-to-2026-09-20.ics']);
    expect(run.slack.snapshot(ANA).messages.filter(({ text }) => text.includes('rounded'))).toHaveLength(1);
  });

  it('is made once, however often its request is delivered', async () => {
    await run.track('1h');
    await run.track('export csv');
    await run.repeatLastCommand();
    await run.jobs.idle();
    expect([files().length, messagesToAna().length]).toEqual([1, 1]);
  });

  it.each(['csv', 'json', 'ical'] as const)(
    'as %s of more than a file holds comes in parts, each of them whole',
    async (format) => {
      const note = 'x'.repeat(200);
      const many = Array.from({ length: 300 }, (_, index) =>
        content({ date: addDays('2026-01-01', Math.floor(index / 3)), note, tags: [] }),
      );
      await putEntries(run.store, MEMBER, many);
      const reader = await readReader(run.worker, MEMBER, run.clock.now);
      if (reader === undefined) throw new Error('no member');
      const parts = await filesOf(reader, { format, tags: [] }, 20_000);
      expect(parts.length).toBeGreaterThan(2);
      expect(parts[1]?.name).toMatch(/^stint-everything-part-2\./);
      expect(parts.every(({ bytes }) => bytes.length < 25_000)).toBe(true);
      const dates = parts.flatMap(({ bytes }) => datesIn(format, bytes.toString('utf8')));
      expect(dates).toEqual(many.map(({ date }) => date));
      expect(parts.reduce((sum, { entries }) => sum + entries, 0)).toBe(300);
    },
  );

  it('of everything comes in parts as small, which together hold each thing once', async () => {
    const text = 'x'.repeat(200);
    for (let index = 0; index < 30; index += 1) {
      await run.track(`note ${index} ${text}`);
      await run.track(`task new Chapter ${index} ${text.slice(0, 80)}`);
    }
    await run.track('1h');
    const reader = await readReader(run.worker, MEMBER, run.clock.now);
    if (reader === undefined) throw new Error('no member');
    const parts = await filesOf(reader, { format: 'json', tags: [] }, 3000);
    expect(Math.max(...parts.map(({ bytes }) => bytes.length))).toBeLessThan(6000);
    const read = parts.map(({ bytes }) => lists.parse(JSON.parse(bytes.toString('utf8'))));
    const [whole] = await filesOf(reader, { format: 'json', tags: [] });
    const all = lists.parse(JSON.parse(whole?.bytes.toString('utf8') ?? ''));
    for (const list of ['entries', 'notes', 'tasks', 'history'] as const)
      expect(read.flatMap((part) => part[list])).toEqual(all[list]);
    expect([all.entries.length, all.notes.length, all.tasks.length]).toEqual([1, 30, 30]);
  });

  it('of a time to come or an impossible one says so', async () => {
    expect(await run.track('export csv december 2027')).toContain('has not come yet');
    expect(await run.track('export csv 2026-03-04 to 2026-02-01')).toContain('ends before it begins');
    expect(files()).toEqual([]);
  });

  it('leaves no note and no words in log or queue', async () => {
    await run.track('1h secretnote');
    await run.track('export csv this week "secretnote"');
    await run.jobs.idle();
    expect(JSON.stringify(run.logged)).not.toContain('secretnote');
  });
});

describe('an export where the app may not upload files', () => {
  beforeEach(async () => {
    run = await runBot({ grantsOptional: false });
  });
  afterEach(async () => {
    // Slack says so by refusing the upload, and nothing else goes wrong.
    expect(new Set(run.problems())).toEqual(new Set(['files.getUploadURLExternal: missing_scope []']));
    await run.stop();
  });

  const linkIn = (text: string) => /<(http[^|>]+)\|/.exec(text)?.[1] ?? '';
  const pathOf = (link: string) => new URL(link).pathname;

  /** The link that an export brings. */
  async function link(line = 'export csv this week'): Promise<string> {
    await run.track(line);
    await run.jobs.idle();
    return linkIn(run.lastText());
  }

  it('comes as a link that works once', async () => {
    await run.track('1h #writing a note');
    const path = pathOf(await link());
    expect(run.lastText()).toContain('The link works once, for 15 minutes, for whoever has it.');
    const [first, second] = await Promise.all([run.slack.follow(path), run.slack.follow(path)]);
    expect([first.status, second.status].toSorted()).toEqual([200, 404]);
    const given = first.status === 200 ? first : second;
    expect(given.headers).toMatchObject({
      'content-disposition': 'attachment; filename="stint-2026-09-14-to-2026-09-20.csv"',
      'content-type': 'text/csv; charset=utf-8',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'content-encoding': 'gzip',
    });
    expect((await run.slack.follow(path)).bytes.toString()).toContain('This link has been used');
    expect(files()).toEqual([]);
    expect(JSON.stringify(run.logged)).not.toMatch(/download\/|http:/);
  });

  it('is gone after a quarter of an hour, and where anything of the link was changed', async () => {
    await run.track('1h');
    const path = pathOf(await link());
    const other = path.at(40) === 'A' ? 'B' : 'A';
    expect((await run.slack.follow(`${path.slice(0, 40)}${other}${path.slice(41)}`)).status).toBe(404);
    expect((await run.slack.follow('/download/')).status).toBe(404);
    expect((await run.slack.follow(`/download/${'A'.repeat(5000)}`)).status).toBe(404);
    run.clock.now += 15 * 60_000 + 1;
    expect((await run.slack.follow(path)).status).toBe(404);
  });

  it('gives no file of what is not logged any more, which it says', async () => {
    await run.track('1h');
    const path = pathOf(await link());
    await run.track('delete');
    const { status, bytes } = await run.slack.follow(path);
    expect([status, bytes.toString()]).toEqual([
      404,
      'Nothing is logged any more that this file would hold. Type /track export in Slack, and you get another.',
    ]);
    await run.track('undo');
    expect((await run.slack.follow(path)).status).toBe(200);
    await run.track('export csv last month');
    await run.jobs.idle();
    expect(run.lastText()).toContain('There is no file');
  });

  it('is not used up by who only looks at the link', async () => {
    await run.track('1h');
    const path = pathOf(await link('export json'));
    const base = signedEvent({ contentType: 'application/json', body: '' }, 'none', 0);
    const http = { ...base.requestContext.http, method: 'GET' };
    const asks = (method: string, headers: Record<string, string>) => ({
      ...base,
      rawPath: path,
      headers,
      requestContext: { ...base.requestContext, http: { ...http, method } },
    });
    const asked = async (event: ReturnType<typeof asks>) => {
      const result = await run.handler(event, lambdaContext());
      return typeof result === 'string' ? [] : [result.statusCode, result.body];
    };
    expect(await asked(asks('GET', { 'Sec-Purpose': 'prefetch' }))).toEqual([200, '']);
    expect(await asked(asks('HEAD', {}))).toEqual([200, '']);
    expect((await run.slack.follow(path)).status).toBe(200);
  });
});

describe('an export that Slack fails', () => {
  const down = () => Response.json({ ok: false, error: 'internal_error' }, { status: 500 });
  const busy = () => new Response('', { status: 429, headers: { 'retry-after': '2' } });
  const CALLS = [
    'files.getUploadURLExternal',
    '/upload/',
    'chat.postMessage',
    'files.completeUploadExternal',
  ];

  /** Slack's answers to the first calls of this method are others, and whatever else goes through. */
  async function failing(method: string, times = Number.POSITIVE_INFINITY, answer = down): Promise<void> {
    let left = times;
    run = await runBot({
      through: (real) => async (input, init) => {
        const isMeant = `${input instanceof Request ? input.url : input}`.includes(method);
        if (!isMeant || left <= 0) return real(input, init);
        left -= 1;
        return answer();
      },
    });
  }
  afterEach(() => run.stop());

  it.each(CALLS.flatMap((method) => [[method, down] as const, [method, busy] as const]))(
    'at %s says so, and brings nothing, nor a word of a file that is not there',
    async (method, answer) => {
      await failing(method, undefined, answer);
      await run.track('1h');
      await run.track('export csv');
      await run.jobs.idle();
      expect(run.lastText()).toBe(
        ':warning: Slack did not take the file this time. `/track export csv` tries again.',
      );
      expect([files(), messagesToAna()]).toEqual([[], []]);
    },
  );

  it.each(CALLS)('at %s for having to wait is done again after that, and comes once', async (method) => {
    await failing(method, 1, busy);
    await run.track('1h');
    await run.track('export csv');
    await run.jobs.idle();
    expect([files().length, messagesToAna()]).toEqual([1, ['Your export: everything as CSV, 1 entry.']]);
  });

  it.each(CALLS.slice(0, 2))(
    'at %s before anybody saw anything is done again, and comes once',
    async (method) => {
      await failing(method, 2);
      await run.track('1h');
      await run.track('export csv');
      await run.jobs.idle();
      expect(run.logged.filter(({ event }) => event === 'job failed')).toHaveLength(2);
      expect([files().length, messagesToAna().length]).toEqual([1, 1]);
    },
  );

  it('is done again where the table failed before anybody saw anything, and comes once', async () => {
    run = await runBot();
    await run.track('1h');
    scriptWrites(run.store.client, [new Error('the table is gone'), new Error('and again')]);
    await run.track('export csv');
    await run.jobs.idle();
    expect(run.logged.filter(({ event }) => event === 'job failed')).toHaveLength(2);
    expect([files().length, messagesToAna().length]).toEqual([1, 1]);
  });
});
