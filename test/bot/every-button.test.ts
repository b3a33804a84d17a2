import { isDeepStrictEqual } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Fields, isFields, listOf } from '../../playground/block-kit/problem.ts';
import { elementsOf } from '../../playground/slack/form-values.ts';
import {
  blockActions,
  blockSuggestion,
  commandForm,
  eventCallback,
  globalShortcut,
  messageShortcut,
  payloadRequest,
  viewSubmission,
} from '../../playground/slack/payloads.ts';
import { lambdaContext, type SlackRequest, signedEvent } from '../../playground/slack/signed-event.ts';
import { SIGNING_SECRET } from '../../playground/slack/slack.ts';
import { type Person, TEAM } from '../../playground/slack/workspace.ts';
import { SHORTCUT } from '../../src/bot/shortcuts/index.ts';
import { ACTION } from '../../src/bot/wire/action-ids.ts';
import { readDue } from '../../src/store/due.ts';
import type { Item } from '../../src/store/layer/item.ts';
import { scanItems } from '../../src/store/layer/scan.ts';
import { loseDue } from '../../src/store/lost.ts';
import { ANA, BEN, type BotRun, runBot } from '../support/bot-run.ts';
import { forgePress } from '../support/forge.ts';
import { wordsOf } from '../support/shown-blocks.ts';

/**
 * What holds for every button, menu and form that there is or will be: each is found by itself, so that a new one is
 * tested from its first day.
 */
let run: BotRun;
beforeEach(async () => {
  run = await runBot();
});
afterEach(() => run.stop());

/** Words that only Ana may ever see. */
const SECRET = 'confidential';

/** Fills Ana's table and screens with one of everything. */
async function busyAna(): Promise<void> {
  await run.track('task new Write the guide #docs ~4h');
  await run.track('task new Draft under task-1');
  await run.track('task new The book');
  await run.track('task new Chapter one under task-3');
  await run.track('task done 3');
  await run.track(`9-11 #writing task-1 ${SECRET}`);
  await run.track(`10:30-12 #writting task-99 ${SECRET}`);
  await run.track('2h yesterday #team 12 pages');
  await run.track('');
  await run.submit({ lines: `16:00-17:00 #writing\n16:30-17:30 #teem ${SECRET}` });
  await run.track(`note ${SECRET} #docs`);
  for (const line of ['list', 'week', 'notes', 'tags', 'tasks', 'task-1', 'settings', 'today', 'digest now'])
    await run.track(line);
  for (const line of [
    'team leads add @ana',
    'team digest on in #general monday 9:00',
    'team',
    'team report',
    'team digest now',
  ])
    await run.track(line);
  await run.track(`start #writing ${SECRET}`);
  await run.track('status');
  await run.track('2h meeting @ noon');
  await loseDigest();
  await run.track('digest');
  await run.openHome(ANA);
}

/** A digest whose answer Slack lost. */
async function loseDigest(): Promise<void> {
  const member = { workspaceId: TEAM.id, memberId: ANA.id };
  const due = await readDue(run.store, { bucket: Date.UTC(2026, 8, 21, 7), errand: 'digest', member });
  if (due === undefined) throw new Error('no digest is due');
  await loseDue(run.store, due, 'no answer');
}

type Seen = { readonly action_id: string; readonly block_id: string; readonly [field: string]: unknown };

/** Every button and menu that Ana has before her, as an action that Slack would send. */
function everythingSeen(): readonly Seen[] {
  const { messages, home, modals } = run.slack.snapshot(ANA);
  const screens = [
    ...messages.map(({ blocks }) => blocks ?? []),
    ...[home, ...modals].map((view) => listOf(view?.content['blocks'])),
  ];
  return screens.flatMap(elementsOf).flatMap(({ block, element }) => actionsOf(block, element));
}

function actionsOf(block: Fields, element: Fields): readonly Seen[] {
  const ids = {
    type: `${element['type']}`,
    action_id: `${element['action_id']}`,
    block_id: `${block['block_id']}`,
  };
  if (element['type'] === 'button') return [{ ...ids, value: element['value'] }];
  if (element['type'] !== 'overflow' && element['type'] !== 'static_select') return [];
  return listOf(element['options'])
    .filter(isFields)
    .map((option) => ({ ...ids, selected_option: option }));
}

/** A member's rows by their sort key. */
async function rowsOf(
  person: Person,
  keep: (sk: string) => boolean = () => true,
): Promise<Readonly<Record<string, Item>>> {
  const items = await scanItems(run.store);
  const own = items.filter(({ pk, sk }) => `${pk}`.endsWith(`#${person.id}`) && keep(`${sk}`));
  return Object.fromEntries(own.map((item) => [`${item['sk']}`, item]));
}

/** What the workspace holds: its settings, and what its members allow. */
async function workspaceRows(): Promise<readonly Item[]> {
  return (await scanItems(run.store)).filter(({ pk }) => `${pk}`.startsWith('w#'));
}

const errors = () => run.logged.filter(({ level }) => level === 'error');

/** One action of each kind, the errands of a menu being kinds of their own. */
function onePerKind(seen: readonly Seen[]): readonly Seen[] {
  return [...new Map(seen.toReversed().map((action) => [kindOf(action), action])).values()];
}

function kindOf(action: Seen): string {
  const id = action.action_id.replace(/-\d$/, '');
  return isFields(action['selected_option']) ? `${id} ${wordsOf(action['selected_option']['text'])}` : id;
}

/** What a press sends back, and the same press with another value. */
function pressedValue({ value, selected_option }: Seen): string {
  return `${isFields(selected_option) ? selected_option['value'] : value}`;
}

function withValue(action: Seen, value: string): Seen {
  const option = action['selected_option'];
  return isFields(option) ? { ...action, selected_option: { ...option, value } } : { ...action, value };
}

/** These say themselves what is to become, whatever stood before: with another value they are another wish of the same member. */
const WISHES: ReadonlySet<string> = new Set([
  ACTION.takeReading,
  ACTION.switchReading,
  ACTION.useNearTag,
  ACTION.tagErrand,
  ACTION.taskDone,
  ACTION.taskReopen,
  ACTION.shareReport,
  ACTION.shareTeamReport,
]);

function isWish({ action_id }: Seen): boolean {
  return WISHES.has(action_id.replace(/-\d$/, ''));
}

/** A real value cut short, and naming something else by each of its fields. */
function forgeriesOf(value: string): readonly string[] {
  const cut = value.slice(0, -1);
  const from = value.indexOf('{');
  const whole: unknown = from < 0 ? undefined : JSON.parse(value.slice(from));
  if (!isFields(whole)) return [cut, `${value}x`];
  const changed = Object.entries(whole).map(([name, field]) => ({
    ...whole,
    [name]: typeof field === 'number' ? -1 - field : `${field}0`,
  }));
  return [cut, ...changed.map((fields) => value.slice(0, from) + JSON.stringify(fields))];
}

/** Presses, and tells whether anything was said to Slack: a message, a form, Home. */
async function isAnswered(person: Person, action: Seen): Promise<boolean> {
  const last = () => run.slack.log.entries().at(-1)?.id;
  const before = last();
  await forgePress(run, person, action);
  return last() !== before;
}

describe('every action', () => {
  const forged = ['', '[]', '{"v":1}', 'x'.repeat(2000), '\u202e{"k":"me#prefs","v":1}\u0000'];

  it('changes nothing for a value that was not made here, and is answered', async () => {
    await run.track(`45m #writing ${SECRET}`);
    const before = [await rowsOf(ANA), await rowsOf(BEN)];
    const silent: string[] = [];
    for (const action_id of Object.values(ACTION)) {
      const press = { type: 'button', block_id: 'entry', action_id };
      for (const value of forged)
        if (!(await isAnswered(ANA, { ...press, value }))) silent.push(`${action_id} ${value}`);
    }
    expect(silent).toEqual([]);
    expect([await rowsOf(ANA), await rowsOf(BEN)]).toEqual(before);
    expect(errors()).toEqual([]);
  });

  it('changes nothing for a real value in which anything was changed, and is answered', async () => {
    await busyAna();
    const before = [await rowsOf(ANA), await workspaceRows()];
    const silent: string[] = [];
    for (const action of onePerKind(everythingSeen())) {
      if (isWish(action)) continue;
      for (const value of forgeriesOf(pressedValue(action)))
        if (!(await isAnswered(ANA, withValue(action, value)))) silent.push(`${kindOf(action)} ${value}`);
    }
    expect(silent).toEqual([]);
    expect([await rowsOf(ANA), await workspaceRows()]).toEqual(before);
    expect(errors()).toEqual([]);
  });
});

describe('a press that comes after an undo', () => {
  /** What Ana has, without the names and versions that the same change done anew may give. */
  async function contents(): Promise<ReadonlySet<unknown>> {
    const rows = Object.values(await rowsOf(ANA, (sk) => /^(?:[dnt]#|me#tag|me#timer)/.test(sk)));
    // That a tag was used is noted in passing, and is no change.
    const isNoted = ({ sk, archived, to }: Item) =>
      `${sk}`.startsWith('me#tag') && (archived ?? to) === undefined;
    const live = rows.filter((row) => row['del'] === undefined && !isNoted(row));
    return new Set(
      live.map(({ sk, v: _v, m: _m, was: _was, ttl: _ttl, ...content }) => {
        const place = `${sk}`.startsWith('d#') ? `${sk}`.slice(0, 12) : sk;
        return { place, content };
      }),
    );
  }

  /**
   * An undo is what comes between; a question keeps the one answer that it got; and a deleted task comes back under a new
   * version, since others may change it too, so that its old button shows it anew.
   */
  const ONCE: ReadonlySet<string> = new Set([
    ACTION.undo,
    `${ACTION.takeReading}-0`,
    `${ACTION.takeReading}-1`,
    ACTION.taskDelete,
  ]);

  it('does what it did before, whatever the button', async () => {
    await busyAna();
    run.clock.now += 600_000;
    const did: string[] = [];
    for (const action of onePerKind(everythingSeen())) {
      if (ONCE.has(action.action_id)) continue;
      const before = await contents();
      await forgePress(run, ANA, action);
      const after = await contents();
      if (isDeepStrictEqual(after, before)) continue;
      did.push(kindOf(action));
      await run.track('undo');
      expect([kindOf(action), await contents()]).toEqual([kindOf(action), before]);
      await forgePress(run, ANA, action);
      expect([kindOf(action), await contents()]).toEqual([kindOf(action), after]);
      await run.track('undo');
    }
    expect(did.sort()).toEqual([
      'cancel-timer',
      'crop-entry',
      'delete-entry',
      'delete-here',
      'delete-note',
      'finish-below',
      'more-entry Copy to today',
      'stop-timer',
      'switch-reading',
      'tag-errand Archive',
      'task-done',
      'use-near-tag',
    ]);
  });
});

describe('what one member sees', () => {
  it('changes nothing of theirs and shows nothing of theirs when another presses it', async () => {
    await busyAna();
    const seen = everythingSeen();
    expect(new Set(seen.map(({ action_id }) => action_id)).size).toBeGreaterThan(20);
    // Anybody may finish, rename and move a task, which is a row of whoever made it: all else is Ana's alone.
    const own = (sk: string) => !sk.startsWith('t#');
    const before = await rowsOf(ANA, own);
    for (const action of seen) await forgePress(run, BEN, action);
    expect(await rowsOf(ANA, own)).toEqual(before);
    const tasks = Object.values(await rowsOf(ANA, (sk) => sk.startsWith('t#')));
    expect(tasks.map(({ del }) => del)).toEqual([undefined, undefined, undefined, undefined]);
    const { messages, home, modals } = run.slack.snapshot(BEN);
    expect(JSON.stringify([messages, home, modals])).not.toContain(SECRET);
    expect(errors()).toEqual([]);
  });

  it('leaves one change behind where they press it many times at once', async () => {
    await busyAna();
    const undo = everythingSeen().filter(({ action_id }) => action_id === ACTION.undo);
    for (const action of undo) await Promise.all([1, 2, 3].map(() => forgePress(run, ANA, action)));
    const live = (await scanItems(run.store)).filter(
      ({ sk, del }) => `${sk}`.startsWith('d#') && del === undefined,
    );
    // Every entry was taken back, and none twice or half.
    expect(live.map(({ sk }) => sk)).toEqual([]);
    expect(errors()).toEqual([]);
  });

  it('is answered in words when it is pressed after all is gone', async () => {
    await busyAna();
    const seen = everythingSeen();
    for (let step = 0; step < 16; step += 1) await run.track('undo');
    // The news of a lost message is no change, so it is still there to be put away.
    const rest = (sk: string) => !sk.startsWith('me#lost#');
    // Nor is a receipt, which tells that something was said to a press, so that a double click is one.
    const stands = async () =>
      Object.values(await rowsOf(ANA, rest)).filter((row) => row['what'] !== 'share');
    const before = await stands();
    const silent: string[] = [];
    for (const action of seen)
      if (!isWish(action) && !(await isAnswered(ANA, action))) silent.push(kindOf(action));
    expect(silent).toEqual([]);
    expect(await stands()).toEqual(before);
    expect(errors()).toEqual([]);
  });
});

describe('a request of Slack with a part of it missing', () => {
  it('is answered and changes nothing', async () => {
    await busyAna();
    await run.track('');
    const view = run.form();
    const message = run.lastMessage();
    if (view === undefined || message === undefined) throw new Error('nothing is open');
    const responseUrl = run.slack.responseUrls.mint({ conversationId: 'C000000001', memberId: ANA.id });
    const urls = { responseUrl, triggerId: 'T.1' };
    const press = {
      type: 'button',
      block_id: 'entry',
      action_id: ACTION.undo,
      value: '{}',
      action_ts: '1.1',
    };
    const source = { kind: 'message', message, responseUrl } as const;
    const onView = { kind: 'view', view } as const;
    const ids = { block_id: 'task', action_id: 'task-options' };
    const whole: readonly Fields[] = [
      blockActions(ANA, source, press, 'T.1', {}),
      blockActions(ANA, onView, press, 'T.1', {}),
      blockSuggestion(ANA, onView, ids, 'guide', {}),
      viewSubmission(ANA, view, 'T.1', {}, []),
      globalShortcut(ANA, SHORTCUT.log, 'T.1'),
      messageShortcut(ANA, message, SHORTCUT.logMessage, urls),
    ];
    // Home may be published, and a line that is whole enough is logged.
    const kept = (sk: string) => sk !== 'me#home' && !sk.startsWith('d#');
    const before = await rowsOf(ANA, kept);
    for (const payload of whole) {
      for (const part of withoutEach(payload)) await deliver(payloadRequest(part));
    }
    const event = { type: 'app_home_opened', user: ANA.id, channel: ANA.directMessageId, tab: 'home' };
    for (const part of withoutEach(eventCallback(event, run.clock.now))) {
      await deliver({ contentType: 'application/json', body: JSON.stringify(part) });
    }
    for (const part of withoutEach(commandForm(ANA, 'C000000001', 'undo 1h', urls))) {
      if (part['text'] === undefined) continue;
      const body = new URLSearchParams(
        Object.entries(part).map(([name, value]): [string, string] => [name, `${value}`]),
      ).toString();
      await deliver({ contentType: 'application/x-www-form-urlencoded', body });
    }
    expect(await rowsOf(ANA, kept)).toEqual(before);
  });
});

/** The payload without each of its fields, and without each field of those. */
function withoutEach(payload: Fields): readonly Fields[] {
  return Object.entries(payload).flatMap(([name, value]) => {
    const rest = Object.fromEntries(Object.entries(payload).filter(([other]) => other !== name));
    const inner = isFields(value) ? withoutEach(value).map((part) => ({ ...payload, [name]: part })) : [];
    return [rest, { ...payload, [name]: isFields(value) ? [] : null }, ...inner];
  });
}

async function deliver(request: SlackRequest): Promise<void> {
  const result = await run.handler(signedEvent(request, SIGNING_SECRET, run.clock.now), lambdaContext());
  // Bolt answers 404 to what no listener takes, which is right for a request that Slack never sends.
  if (typeof result === 'string') throw new Error(result);
  expect([200, 400, 404]).toContain(result.statusCode);
}
