import { afterEach, beforeEach, expect, it } from 'vitest';
import { type SlackStandIn, startSlack } from '../../playground/slack/slack.ts';
import { OTHER_TEAM, type Person, TEAMS } from '../../playground/slack/workspace.ts';
import { MANIFEST } from '../support/manifest.ts';
import { at } from '../support/run-at.ts';
import { ANA } from '../support/slack-run.ts';
import { createStintForMany } from '../support/stint.ts';

/** A workspace that changes its mind within the thirty days. */
const [DORA = ANA] = OTHER_TEAM.people;
const CHANNEL = OTHER_TEAM.channel.id;

let slack: SlackStandIn;
let clock = at('2026-09-16T16:05:00Z');
beforeEach(async () => {
  slack = await startSlack({
    createHandler: await createStintForMany(),
    responseUrlBase: 'http://127.0.0.1:1/response/',
    now: () => clock,
    manifest: MANIFEST,
    teams: TEAMS,
    patienceMs: 30_000,
  });
});
afterEach(() => slack.stop());

/** The steps of an installation, as a browser takes them. */
async function install(person: Person): Promise<void> {
  const installer = slack.installer();
  const begun = await installer?.({ method: 'GET', path: '/install', query: '', cookies: [] });
  const cookies = begun?.cookies?.map((cookie) => cookie.split(';')[0] ?? '') ?? [];
  const asked = new URL(/href="([^"]+)"/.exec(begun?.body ?? '')?.[1]?.replaceAll('&#38;', '&') ?? '');
  const of = (name: string) => asked.searchParams.get(name) ?? '';
  const { pathname: path, search } = new URL(
    await slack.consents.allow(person, {
      client_id: of('client_id'),
      redirect_uri: of('redirect_uri'),
      scope: of('scope'),
      state: of('state'),
    }),
  );
  const ended = await installer?.({ method: 'GET', path, query: search.slice(1), cookies });
  expect([ended?.statusCode, ended?.body]).toEqual([
    200,
    expect.stringContaining('Stint is in Harbour Books'),
  ]);
}

const say = async (text: string) => {
  await slack.send(DORA, CHANNEL, text);
  return slack.snapshot(DORA).messages.at(-1)?.text;
};
const home = () => JSON.stringify(slack.snapshot(DORA).home?.content);

it('has everything again that it had: entries, Home and digests', async () => {
  await install(DORA);
  await say('/track 45m #shop');
  await slack.openHome(DORA);
  expect(home()).toContain('#shop');
  clock += 60_000;
  await slack.uninstall(DORA);
  expect(slack.snapshot(DORA).home).toBeUndefined();
  clock += 60_000;
  await install(DORA);
  expect(await say('/track list')).toContain('45m');
  await slack.openHome(DORA);
  expect(home()).toContain('#shop');
  await slack.travel(DORA, 'month');
  const digests = slack.snapshot(DORA).messages.filter(({ text }) => text.includes('Your week'));
  expect(digests).toHaveLength(1);
  expect(await slack.countKept(DORA)).toBeGreaterThan(3);
  // The bot finds out that it has another token by the old one being refused.
  const refused = slack.log.entries().filter(({ failed }) => failed);
  expect(refused.filter(({ outcome }) => outcome !== 'token_revoked')).toEqual([]);
});
