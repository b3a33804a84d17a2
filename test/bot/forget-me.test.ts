import { describe, expect, it } from 'vitest';
import { TEAM } from '../../playground/slack/workspace.ts';
import { checkTable } from '../../src/store/check-table.ts';
import { EraseError } from '../../src/store/erase.ts';
import { beginToErase, endErasing, eraseMember, leavingOf } from '../../src/store/erase-member.ts';
import { keepInstallation, readInstallation } from '../../src/store/installs.ts';
import type { Item } from '../../src/store/layer/item.ts';
import { scanItems } from '../../src/store/layer/scan.ts';
import { logEntries } from '../../src/store/log-entries.ts';
import { changeWorkspace } from '../../src/store/workspace.ts';
import { botForEachTest } from '../support/bot-for-each-test.ts';
import { ANA, BEN, type BotRun, NOW, runBot } from '../support/bot-run.ts';
import { beforeWrite, CUT_STEP, interruptAt } from '../support/interrupt.ts';
import { DAY, HOUR, runAt } from '../support/run-at.ts';

let run: BotRun;
botForEachTest((fresh) => {
  run = fresh;
});

const MEMBER = { workspaceId: TEAM.id, memberId: ANA.id };
const BEING_REMOVED = 'Everything about you here is being removed.';

/** Gives Ana something of every kind, and Ben something that hangs on it. */
async function live(): Promise<void> {
  await run.track('task new Guide #docs');
  await run.track('task new Draft under task-1');
  await run.track('task new Mine alone');
  await run.track('45m #writing task-1 12 pages private words');
  await run.track('2h #writting task-3');
  await run.track('note more private words');
  await run.track('tag rename writting writing');
  await run.track('edit');
  await run.track('undo');
  await run.track('remind at 17:30');
  await run.track('start #writing');
  await run.openHome(ANA);
  await run.track('1h task-2', BEN);
  await changeWorkspace(run.store, TEAM.id, (now) => ({ ...now, leads: [ANA.id, BEN.id] }));
}

async function forget(): Promise<string> {
  await run.track('forget me');
  return run.press('Forget me');
}

async function leaving(): Promise<number> {
  return (await leavingOf(run.store, MEMBER)) ?? 0;
}

const removes = (input: object) =>
  'TransactItems' in input &&
  Array.isArray(input.TransactItems) &&
  input.TransactItems.some((part: object) => 'Delete' in part);

const rows = () => scanItems(run.store);

/** Rows that name Ana in any way: by key, by value, or as a part of either. */
async function rowsOfAna(): Promise<readonly string[]> {
  const found = (await rows()).filter((item) => JSON.stringify(item).includes(ANA.id));
  return found.map(({ pk, sk }) => `${pk} ${sk}`);
}

describe('forget me', () => {
  it('says what goes, and asks before anything does', async () => {
    await live();
    const before = await rows();
    expect(await run.track('forget me')).toMatch(
      /Your entries, notes, timer, tags, settings.*`\/track export json`/s,
    );
    expect(await rows()).toEqual(before);
  });

  it('leaves nothing behind that names its member, and everything of the others', async () => {
    await live();
    const before = await otherRows();
    expect(await forget()).toContain(BEING_REMOVED);
    expect(run.homeText(ANA)).toContain(BEING_REMOVED);
    await run.jobs.idle();
    expect((await rowsOfAna()).filter((row) => !row.includes('forget'))).toEqual([
      `u#${TEAM.id}#${ANA.id} me#leaving`,
    ]);
    expect(await runAt(run, run.clock.now + HOUR)).toContain('forget done forgotten');
    expect(await rowsOfAna()).toEqual([]);
    expect(await otherRows()).toEqual(before);
  });

  it('hands tasks that others logged on to the workspace, with those above them, and takes the rest', async () => {
    await live();
    await forget();
    await run.jobs.idle();
    await runAt(run, run.clock.now + HOUR);
    const page = await run.track('tasks', BEN);
    expect(page).toContain('*task-1* Guide');
    expect(page).toContain('*task-2* Draft');
    expect(page).not.toContain('Mine alone');
    expect(await run.track('task-2', BEN)).toContain('You: *1h* · Everybody: *1h*');
    expect(await run.track('task rename task-2 The draft', BEN)).toContain('The draft');
  });

  it('leaves a task to whoever logged on it while it was taken away, as they knew it', async () => {
    await live();
    await run.track('task new Below it under task-3');
    // Ben's request may go by the tasks that there were a moment ago.
    await run.track('tasks', BEN);
    await forget();
    await run.jobs.idle();
    expect(await run.track('1h task-4', BEN)).toContain('*1h*');
    expect(await runAt(run, run.clock.now + HOUR)).toContain('forget done forgotten');
    expect(await rowsOfAna()).toEqual([]);
    const page = await run.track('tasks', BEN);
    for (const title of ['Guide', 'Draft', 'Mine alone', 'Below it']) expect(page).toContain(title);
    expect(await run.track('task-4', BEN)).toContain('Everybody: *1h*');
    expect((await checkTable(run.store)).breaks).toEqual([]);
  });

  it('waits with the tasks where they were hidden a moment ago, as after a job that was lost', async () => {
    const teardown = run;
    run = await runBot({ enqueue: async () => undefined });
    await live();
    await run.track('tasks', BEN);
    await forget();
    const late = run.clock.now + HOUR;
    expect(await runAt(run, late)).toContain('forget later not all is removed yet');
    expect(await run.track('1h task-3', BEN)).toContain('*1h*');
    expect(await runAt(run, late + 30_000)).toEqual([]);
    expect(await runAt(run, late + 61_000)).toContain('forget done forgotten');
    expect(await rowsOfAna()).toEqual([]);
    expect(await run.track('task-3', BEN)).toContain('Mine alone');
    await run.stop();
    run = teardown;
  });

  it('keeps nothing that is said meanwhile, on any way, and says so', async () => {
    await live();
    await run.track('list');
    await forget();
    await run.jobs.idle();
    const before = await rows();
    expect(await run.track('1h #writing')).toContain(BEING_REMOVED);
    await run.press('Delete');
    expect(run.lastText()).toContain(BEING_REMOVED);
    expect(await run.shortcut('log-time')).toContain(BEING_REMOVED);
    await run.openHome(ANA);
    expect(await rows()).toEqual(before);
    expect(run.logged.filter(({ level }) => level === 'error')).toEqual([]);
  });

  it('leaves the app installed without the name of whoever installed it', async () => {
    await live();
    const installation = { sealedToken: 'sealed', scopes: ['commands'], appId: 'A0APP', botUserId: 'U0BOT' };
    await keepInstallation(run.store, {
      ...installation,
      workspaceId: TEAM.id,
      installedBy: ANA.id,
      installedAt: NOW,
    });
    await forget();
    await run.jobs.idle();
    await runAt(run, run.clock.now + HOUR);
    expect(await rowsOfAna()).toEqual([]);
    expect(await readInstallation(run.store, TEAM.id)).toMatchObject(installation);
  });

  it('is whole in the end where the table refuses it for many days, and makes a new start possible then', async () => {
    const teardown = run;
    run = await runBot();
    await live();
    await forget();
    await run.jobs.idle();
    run.store.client.middlewareStack.add(
      (next, context) => async (args) => {
        if (/^TransactWrite/.test(String(context['commandName'])) && removes(args.input))
          throw new Error('refused');
        return next(args);
      },
      { step: 'finalizeRequest', name: 'refused' },
    );
    for (let day = 0; day <= 5; day += 1) await runAt(run, NOW + day * DAY + HOUR);
    run.store.client.middlewareStack.remove('refused');
    for (let day = 6; day <= 9; day += 1) await runAt(run, NOW + day * DAY + HOUR);
    expect(await rowsOfAna()).toEqual([]);
    expect(await run.track('30m #new')).toContain('*30m*');
    await run.stop();
    run = teardown;
  });

  it('makes a new start possible, which an old button or a late job does not take away', async () => {
    await live();
    await run.track('forget me');
    const asked = run.lastMessage()?.ts ?? '';
    await run.press('Forget me');
    await run.jobs.idle();
    await runAt(run, run.clock.now + HOUR);
    expect(await run.track('30m #new')).toContain('Today: *30m*');
    await run.jobs.enqueue({ kind: 'forget', id: 'late', until: run.clock.now + HOUR, member: MEMBER });
    await run.jobs.idle();
    await run.pressIn(asked, 'Forget me').catch(() => undefined);
    await run.jobs.idle();
    expect(await run.track('today')).toContain('30m');
  });

  it.each(['before', 'after'] as const)(
    'is whole in the end wherever it is cut short, %s a write',
    async (when) => {
      for (let at = 0; ; at += CUT_STEP) {
        const fresh = await runBot();
        run = fresh;
        await live();
        const others = await otherRows();
        await beginToErase(fresh.store, MEMBER);
        const cut = interruptAt(fresh.store.client, at, when);
        await eraseMember(fresh.store, MEMBER, await leaving()).catch(() => undefined);
        fresh.store.client.middlewareStack.remove('interrupt');
        await endErasing(fresh.store, MEMBER, await leaving());
        expect((await rowsOfAna()).filter((row) => !row.includes('forget'))).toEqual([]);
        expect(await otherRows()).toEqual(others);
        await fresh.stop();
        if (!cut.reached) break;
      }
    },
    300_000,
  );

  it('is over for whoever is slower, at each of its writes, and takes nothing of a new start', async () => {
    for (let at = 0; ; at += CUT_STEP) {
      const fresh = await runBot();
      run = fresh;
      await live();
      await beginToErase(fresh.store, MEMBER);
      const seen = await leaving();
      const slow = beforeWrite(fresh.store.client, at, async () => {
        await endErasing(fresh.store, MEMBER, seen);
        await fresh.track('task new Fresh');
        await fresh.track('30m task-4 #new');
        await fresh.track('start #new');
      });
      const erasing = endErasing(fresh.store, MEMBER, seen);
      await erasing.catch((error: unknown) => expect(error).toBeInstanceOf(EraseError));
      if (slow.reached) {
        expect(await fresh.track('today')).toMatch(/\*30m\* · #new · task-4.*Running for/s);
        expect(await fresh.track('task-4')).toContain('Fresh');
      }
      await fresh.stop();
      if (!slow.reached) break;
    }
  }, 300_000);

  it('also takes what a request wrote that was under way when it began', async () => {
    await live();
    await forget();
    await run.jobs.idle();
    const late = { date: '2026-09-16', zone: 'Europe/Madrid', seconds: 60, measures: [], tags: [] };
    await logEntries(run.store, MEMBER, 'under way', [late]);
    expect(await leaving()).toBeGreaterThan(0);
    await runAt(run, run.clock.now + HOUR);
    expect(await rowsOfAna()).toEqual([]);
  });
});

/** What is not Ana's, but for the rows that pass from her to the workspace. */
async function otherRows(): Promise<readonly Item[]> {
  const isTheirs = ({ pk, sk }: Item) =>
    !`${pk}`.includes(ANA.id) &&
    !`${pk}`.startsWith('q#') &&
    !`${pk}`.endsWith('#workspace') &&
    `${sk}` !== 'settings';
  const found = (await rows()).filter((item) => isTheirs(item) && `${item['sk']}` !== `m#${ANA.id}`);
  return found.toSorted((one, other) =>
    `${one['pk']}${one['sk']}` < `${other['pk']}${other['sk']}` ? -1 : 1,
  );
}
