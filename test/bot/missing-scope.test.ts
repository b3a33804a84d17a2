import { afterEach, expect, it } from 'vitest';
import { TEAM } from '../../playground/slack/workspace.ts';
import { readWorkspace } from '../../src/store/workspace.ts';
import { ANA, type BotRun, runBot } from '../support/bot-run.ts';
import { at, runAt } from '../support/run-at.ts';

let run: BotRun;
afterEach(() => run.stop());

/** A workspace in which Slack lets the app use none of these methods, for want of a scope. */
async function start(scopes: Readonly<Record<string, string>>): Promise<void> {
  run = await runBot({
    through: (real) => async (input, init) => {
      const needed = scopes[String(input).split('/').at(-1) ?? ''];
      if (needed === undefined) return real(input, init);
      return Response.json({ ok: false, error: 'missing_scope', needed, provided: 'commands' });
    },
  });
}

const lacks = (scope: string) =>
  `I lack the permission \`${scope}\` in this workspace: an admin gives it by installing Stint again.`;

it('whoever changes the leads is told which permission is missing, and nothing changes', async () => {
  await start({ 'users.info': 'users:read' });
  expect(await run.track('team leads add @ben')).toContain(lacks('users:read'));
  await run.track('team digest now');
  expect(run.lastText()).toContain(lacks('users:read'));
  expect((await readWorkspace(run.store, TEAM.id)).leads).toEqual([]);
  expect(run.logged).toContainEqual(
    expect.objectContaining({ problem: 'slack_webapi_platform_error missing_scope users:read' }),
  );
});

it('whoever sets the team digest up is told which permission is missing, and all is as it was', async () => {
  await start({ 'chat.postMessage': 'chat:write' });
  expect(await run.track('team digest on in #general monday 9:00')).toContain(lacks('chat:write'));
  expect(await readWorkspace(run.store, TEAM.id)).not.toHaveProperty('digest');
});

it('whoever asked for a file that may not be sent is told where they asked', async () => {
  await start({ 'files.completeUploadExternal': 'files:write' });
  await run.track('2h #writing');
  await run.track('export csv today');
  await run.jobs.idle();
  expect(run.lastText()).toContain(lacks('files:write'));
});

it('a digest that may not be sent is skipped, and the log says for want of what', async () => {
  await start({ 'chat.postMessage': 'chat:write' });
  await run.track('2h #writing');
  await run.track('digest monday 15:00');
  expect(await runAt(run, at('2026-09-21T13:00:00Z'))).toContain('digest skipped missing_scope chat:write');
  expect(
    run.slack.snapshot(ANA).messages.filter(({ text }) => text.startsWith(':calendar: Your week')),
  ).toHaveLength(0);
});
