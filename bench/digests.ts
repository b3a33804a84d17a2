import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { FIRST_SETTINGS } from '../src/member.ts';
import { createClient } from '../src/store/client.ts';
import { ensureTable } from '../src/store/ensure-table.ts';
import { entryItem } from '../src/store/entry-item.ts';
import { workspaceKind } from '../src/store/kinds/workspace.ts';
import { writeFirstUse } from '../src/store/prefs.ts';
import { createStore, type Store } from '../src/store/store.ts';
import { addDays } from '../src/time.ts';
import { putRows } from '../test/support/put-rows.ts';
import { type DigestRun, type DigestTask, digestRun } from './digests-wire.ts';
import { heading, table } from './print.ts';
import { content, withEngine, ZONE } from './support.ts';

const run = promisify(execFile);
const child = fileURLToPath(new URL('./digests-run.ts', import.meta.url));

/** A Wednesday; the digest of everybody is due on the Monday after, 9:00 in Madrid. */
const WEDNESDAY = Date.UTC(2026, 8, 16, 10);
const MONDAY = Date.UTC(2026, 8, 21, 7);
const SIZES = [250, 1000];
const ENTRIES = 100;
const NOTE = 'a line of text about this piece of work, as people write them';
const TAGS = ['writing', 'deep', 'client', 'mail', 'team'];

/** Dollars a million, on demand in us-east-1, and for a second of a function with 512 MB on arm64. */
const [READ, WRITE, QUEUE, SECOND] = [0.125, 0.625, 0.4, 0.000_006_667];

/** As fast as one process posts into one workspace (src/bot/slack/pace.ts). */
const SLACK_A_SECOND = 5;

/** A weekly digest run and a report of the team, of a workspace of 250 and of 1,000 busy members. */
export async function digests(): Promise<void> {
  heading(
    `digests: every member of a workspace has ${ENTRIES} entries in the week and a digest on Monday at 9:00`,
    'each run in a process of its own; Slack takes every message at once, so that what is measured is us',
  );
  const found: { readonly size: number; readonly digest: DigestRun; readonly report: DigestRun }[] = [];
  await withEngine(async (endpoint) => {
    for (const size of SIZES) {
      const place = { endpoint, table: `digests-${size}`, workspaceId: 'T0BENCH', now: MONDAY };
      await seed(endpoint, place.table, size);
      const report = await measured({ ...place, what: 'report' });
      const digest = await measured({ ...place, what: 'digests' });
      found.push({ size, digest, report });
    }
  });
  table(
    ['a member', 'requests', 'RRU', 'WRU', 'client CPU', 'most alive', 'a second', 'whole run'],
    [
      ...found.map(({ size, digest }) => rowOf(`digest, ${size} members`, size, digest)),
      ...found.map(({ size, report }) => rowOf(`team report, ${size} members`, size, report)),
      ['design 3.3, team report', '1', '2.0', '0', '1.4 to 1.7 ms', '', '', ''],
    ],
  );
  const last = found.at(-1);
  if (last !== undefined) tellDollars(last.size, last.digest, last.report);
}

function rowOf(name: string, size: number, { requests, read, write, ...rest }: DigestRun): readonly string[] {
  return [
    name,
    (requests / size).toFixed(2),
    (read / size).toFixed(2),
    (write / size).toFixed(2),
    `${((rest.cpuSeconds / size) * 1000).toFixed(2)} ms`,
    `${rest.liveMegabytes.toFixed(0)} MB`,
    `${(size / rest.seconds).toFixed(0)}`,
    `${rest.seconds.toFixed(1)} s`,
  ];
}

function tellDollars(size: number, digest: DigestRun, report: DigestRun): void {
  // A message of the queue is sent, taken and deleted.
  const queue = (3 * size * QUEUE) / 1e6;
  const of = ({ read, write, cpuSeconds }: DigestRun) =>
    (read * READ + write * WRITE) / 1e6 + cpuSeconds * SECOND;
  const [week, once] = [of(digest) + queue, of(report)];
  const slack = size / SLACK_A_SECOND;
  console.log(
    [
      '',
      `dollars: one digest run of ${size} members ${week.toFixed(4)}, of 10,000 by extrapolation ${((week * 10_000) / size).toFixed(4)}`,
      `         one report of the team of ${size} ${once.toFixed(5)}, of 10,000 by extrapolation ${((once * 10_000) / size).toFixed(5)}`,
      `Slack's pace allows ${SLACK_A_SECOND} messages a second in a workspace: ${slack} s, which is ${(slack / digest.seconds).toFixed(1)} times what the run takes us`,
    ].join('\n'),
  );
}

async function measured(task: DigestTask): Promise<DigestRun> {
  const { stdout } = await run(process.execPath, ['--expose-gc', child, JSON.stringify(task)], {
    maxBuffer: 1e6,
  });
  return digestRun.parse(JSON.parse(stdout.trim().split('\n').at(-1) ?? ''));
}

async function seed(endpoint: string, name: string, size: number): Promise<void> {
  const client = createClient({ endpoint, timeout: 20_000 });
  await ensureTable(client, name);
  const store: Store = createStore({
    client,
    table: name,
    now: () => WEDNESDAY,
    random: Math.random,
    pause: async () => undefined,
  });
  const waiting = Array.from({ length: size }, (_, index) => `U${index}`).values();
  const work = async () => {
    for (const memberId of waiting) {
      const member = { workspaceId: 'T0BENCH', memberId };
      await writeFirstUse(store, member, 'first', { ...FIRST_SETTINGS, zone: ZONE });
      const rows = Array.from({ length: ENTRIES }, (_, index) => {
        const date = addDays('2026-09-14', index % 5);
        const tags = [TAGS[index % 5] ?? 'writing', TAGS[(index * 3 + 1) % 5] ?? 'deep'];
        const said = content(date, { seconds: 600 + index, note: NOTE, tags: [...new Set(tags)] });
        const version = store.tick();
        return { ...entryItem(member, said, `entry-${index}`, version), m: version };
      });
      await putRows(store, rows);
    }
  };
  await Promise.all(Array.from({ length: 8 }, work));
  await putRows(store, [workspaceKind.item({ team: 'T0BENCH', leads: ['U0'], v: store.tick() })]);
  client.destroy();
}
