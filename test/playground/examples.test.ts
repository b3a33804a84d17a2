import { afterAll, beforeAll, expect, test } from 'vitest';
import { EXAMPLES, HINTS } from '../../playground/page/examples.ts';
import { GENERAL } from '../../playground/slack/workspace.ts';
import { type Playground, startPlayground } from '../../playground/start.ts';
import { ANA } from '../support/slack-run.ts';
import { createStint } from '../support/stint.ts';

const started = Date.now();
let playground: Playground;
beforeAll(async () => {
  // Neither a trigger nor Slack's patience runs out on a slow machine.
  const time = { now: () => started, patienceMs: 30_000 };
  playground = await startPlayground({ ...time, port: 0, page: {}, createHandler: await createStint() });
});
afterAll(() => playground.stop());

test('the page offers what the help shows, each line once', () => {
  const lines = HINTS.map(({ line }) => line);
  expect(lines.filter((line) => !/^\/track( |$)/.test(line))).toEqual([]);
  expect(new Set(lines).size).toBe(lines.length);
  for (const line of ['/track', '/track start #writing', '/track help timer']) expect(lines).toContain(line);
});

test.each(EXAMPLES)('the bot understands what the page begins with: $line', async ({ line }) => {
  const before = playground.slack.snapshot(ANA).messages.length;
  await playground.slack.send(ANA, GENERAL.id, line);
  const { messages, modals } = playground.slack.snapshot(ANA);
  if (line === '/track') expect(modals).toHaveLength(1);
  else expect(messages).toHaveLength(before + 1);
  expect(messages.at(-1)?.text).not.toMatch(/thinking_face|failed with|not a valid command/);
  expect(playground.slack.log.entries().filter(({ failed }) => failed)).toEqual([]);
});
