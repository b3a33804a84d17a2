import { afterEach, beforeEach, expect, it } from 'vitest';
import { isFields, listOf } from '../../playground/block-kit/problem.ts';
import { elementsOf } from '../../playground/slack/form-values.ts';
import { commandForm, payloadRequest, viewSubmission } from '../../playground/slack/payloads.ts';
import { lambdaContext, signedEvent } from '../../playground/slack/signed-event.ts';
import { SIGNING_SECRET } from '../../playground/slack/slack.ts';
import { TEAM } from '../../playground/slack/workspace.ts';
import { FIRST_SETTINGS } from '../../src/member.ts';
import { scanItems } from '../../src/store/layer/scan.ts';
import { logEntries } from '../../src/store/log-entries.ts';
import { writeFirstUse } from '../../src/store/prefs.ts';
import { ANA, type BotRun, runBot } from '../support/bot-run.ts';
import { forgePress, inWorkspace } from '../support/forge.ts';

let run: BotRun;
beforeEach(async () => {
  run = await runBot();
});
afterEach(() => run.stop());

/** Somebody of the same id in another workspace that installed the app. */
const OTHER = 'T000000002';
const DOUBLE = { workspaceId: OTHER, memberId: ANA.id };
const SECRET = 'confidential';

/** One of everything in Ana's workspace, and a little in the other. */
async function live(): Promise<void> {
  for (const line of [
    `task new ${SECRET} guide #docs`,
    `9-11 #writing task-1 ${SECRET}`,
    `note ${SECRET} #docs`,
    'list',
    'notes',
    'tags',
    'tasks',
    'task-1',
    'week',
    `start #writing ${SECRET}`,
    'status',
  ])
    await run.track(line);
  await writeFirstUse(run.store, DOUBLE, 'met', { ...FIRST_SETTINGS, zone: 'Europe/Madrid' });
  const entry = { date: '2026-09-16', zone: 'Europe/Madrid', seconds: 60, measures: [], tags: ['other'] };
  await logEntries(run.store, DOUBLE, 'theirs', [entry]);
  run.slack.log.clear();
}

const rowsOf = async (workspaceId: string) =>
  (await scanItems(run.store)).filter((row) => JSON.stringify(row).includes(workspaceId));

/** What the app said to anybody, on whatever way. */
const said = () =>
  JSON.stringify(
    run.slack.log
      .entries()
      .map(({ direction, sent, answer }) => (direction === 'from the app' ? sent : answer)),
  );

async function typeThere(text: string): Promise<string> {
  const responseUrl = run.slack.responseUrls.mint({ conversationId: 'C000000001', memberId: ANA.id });
  const form = commandForm(ANA, 'C000000001', text, { responseUrl, triggerId: `T.${text}` });
  const body = new URLSearchParams(
    Object.entries(form).map(([name, value]): [string, string] => [name, `${value}`]),
  );
  const request = inWorkspace({ contentType: 'application/x-www-form-urlencoded', body: `${body}` }, OTHER);
  const result = await run.handler(signedEvent(request, SIGNING_SECRET, run.clock.now), lambdaContext());
  return typeof result === 'string' ? result : `${result.body}`;
}

it('no button of one workspace does or shows anything of it in another', async () => {
  await live();
  const before = await rowsOf(TEAM.id);
  const { messages } = run.slack.snapshot(ANA);
  const elements = messages.flatMap(({ blocks }) => elementsOf(listOf(blocks)));
  const pressed = new Set<string>();
  for (const { block, element } of elements) {
    const ids = { type: element['type'], action_id: element['action_id'], block_id: block['block_id'] };
    const choices =
      element['type'] === 'button'
        ? [{ value: element['value'] }]
        : listOf(element['options'])
            .filter(isFields)
            .map((option) => ({ selected_option: option }));
    for (const choice of choices) await forgePress(run, ANA, { ...ids, ...choice }, OTHER);
    pressed.add(`${element['action_id']}`);
  }
  expect(pressed.size).toBeGreaterThan(15);
  expect(await rowsOf(TEAM.id)).toEqual(before);
  expect(said()).not.toContain(SECRET);
});

it('no command of one workspace reaches what is in another', async () => {
  await live();
  const before = await rowsOf(TEAM.id);
  for (const text of [
    'today',
    'list',
    'notes',
    'tags',
    'tasks',
    'task-1',
    'week',
    'status',
    'stop',
    'undo',
    'edit',
    'delete',
    'report 2026',
    'task done task-1',
    'tag rename writing theirs',
    'team',
    'forget me',
  ])
    expect(`${text}: ${await typeThere(text)}`).not.toContain(SECRET);
  expect(await rowsOf(TEAM.id)).toEqual(before);
});

it('a form that was opened in one workspace is not taken in another', async () => {
  await live();
  await run.track('list');
  await run.press('Edit');
  const view = run.form();
  if (view === undefined) throw new Error('no form opened');
  const before = [await rowsOf(TEAM.id), await rowsOf(OTHER)];
  const values = { time: { time: { type: 'plain_text_input', value: '5h' } } };
  const request = inWorkspace(payloadRequest(viewSubmission(ANA, view, 'T.again', values, [])), OTHER);
  const result = await run.handler(signedEvent(request, SIGNING_SECRET, run.clock.now), lambdaContext());
  expect(typeof result === 'string' ? result : `${result.body}`).toContain('This form is out of date');
  expect([await rowsOf(TEAM.id), await rowsOf(OTHER)]).toEqual(before);
});
