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
import type { Person } from '../../playground/slack/workspace.ts';
import { ACTION } from '../../src/bot/wire/action-ids.ts';
import type { Item } from '../../src/store/layer/item.ts';
import { scanItems } from '../../src/store/layer/scan.ts';
import { ANA, BEN, type BotRun, runBot } from '../support/bot-run.ts';
import { forgePress } from '../support/forge.ts';

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
  await run.track(`9-11 #writing task-1 ${SECRET}`);
  await run.track(`10:30-12 #writting task-99 ${SECRET}`);
  await run.track('2h yesterday #team 12 pages');
  await run.track(`note ${SECRET} #docs`);
  for (const line of ['list', 'week', 'notes', 'tags', 'tasks', 'task-1', 'settings', 'today', 'digest now'])
    await run.track(line);
  await run.track(`start #writing ${SECRET}`);
  await run.track('status');
  await run.track('2h meeting @ noon');
  await run.openHome(ANA);
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

const errors = () => run.logged.filter(({ level }) => level === 'error');

describe('every action', () => {
  const forged = [
    '',
    '-',
    'null',
    '[]',
    '{"v":1}',
    '{"d":"2026-09-16","i":"x","v":1}',
    '{"s":"2026-09-16","u":"2026-09-16","n":0,"b":"tag","k":1,"t":"x","c":0}',
    'copy {"d":"2026-09-16","i":"x","v":1}',
    '1',
    'x'.repeat(2000),
    '\u202e{"k":"me#prefs","v":1}\u0000',
  ];

  it('changes nothing for a value that was not made here, and is answered', async () => {
    await run.track(`45m #writing ${SECRET}`);
    const before = [await rowsOf(ANA), await rowsOf(BEN)];
    const changed: string[] = [];
    for (const action_id of Object.values(ACTION)) {
      for (const value of forged) await forgePress(run, ANA, { action_id, value });
      const option = { text: { type: 'plain_text', text: 'x' }, value: '{}' };
      await forgePress(run, ANA, { type: 'overflow', action_id: `${action_id}-0`, selected_option: option });
      const after = [await rowsOf(ANA), await rowsOf(BEN)];
      if (!isDeepStrictEqual(after, before)) changed.push(action_id);
    }
    expect(changed).toEqual([]);
    expect(errors()).toEqual([]);
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
    expect(tasks.map(({ del }) => del)).toEqual([undefined, undefined]);
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
    for (let step = 0; step < 12; step += 1) await run.track('undo');
    for (const action of seen) await forgePress(run, ANA, action);
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
      globalShortcut(ANA, 'log-time', 'T.1'),
      messageShortcut(ANA, message, 'log-time-for-this', urls),
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
    return [rest, { ...payload, [name]: null }, { ...payload, [name]: [] }, ...inner];
  });
}

async function deliver(request: SlackRequest): Promise<void> {
  const result = await run.handler(signedEvent(request, SIGNING_SECRET, run.clock.now), lambdaContext());
  // Bolt answers 404 to what no listener takes, which is right for a request that Slack never sends.
  if (typeof result === 'string') throw new Error(result);
  expect([200, 400, 404]).toContain(result.statusCode);
}
