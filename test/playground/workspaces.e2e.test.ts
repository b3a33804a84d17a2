import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { OTHER_TEAM, TEAM, TEAMS } from '../../playground/slack/workspace.ts';
import { connectStore } from '../../src/entry-points/connect-store.ts';
import { scanItems } from '../../src/store/layer/scan.ts';
import { engineEndpoint } from '../support/engine.ts';
import { MANIFEST } from '../support/manifest.ts';
import { type MemberPage, memberPage } from '../support/member-page.ts';
import { closeBrowser, type PageRun, runPage, soon, stopContent } from '../support/page-run.ts';
import { createStintForMany } from '../support/stint.ts';

/** Two workspaces in one Slack: the second one installs the app through its own pages and Slack's consent. */
const NAME = OTHER_TEAM.name;

let run: PageRun;
let hq: MemberPage;
let harbour: MemberPage;
let clock: number;
let table: string;
let runs = 0;

afterAll(closeBrowser);
beforeEach(async () => {
  clock = Date.now();
  runs += 1;
  table = `workspaces-${runs}`;
  const now = () => clock;
  run = await runPage({
    createHandler: await createStintForMany(table),
    manifest: MANIFEST,
    teams: TEAMS,
    now,
  });
  hq = memberPage(await run.open());
  harbour = memberPage(await run.open(`?workspace=${OTHER_TEAM.domain}&member=dora`));
});
afterEach(() => stopContent(run));

const howToBegin = (page: Page) => page.getByRole('region', { name: 'How to begin' });

/** Goes to Slack's page of consent, which opens in a tab of its own. */
async function askForConsent({ page }: MemberPage, link = 'Add Stint'): Promise<Page> {
  const [tab] = await Promise.all([
    page.waitForEvent('popup'),
    howToBegin(page).getByRole('link', { name: link }).click(),
  ]);
  await tab.getByRole('link', { name: 'Add to Slack' }).click();
  await tab.getByRole('heading', { name: 'Stint is asking for permission' }).waitFor();
  return tab;
}

async function install(member: MemberPage, link?: string): Promise<Page> {
  const tab = await askForConsent(member, link);
  await tab.getByRole('button', { name: 'Allow' }).click();
  await tab.getByRole('heading', { name: `Stint is in ${NAME}` }).waitFor();
  return tab;
}

async function uninstall({ page }: MemberPage): Promise<void> {
  await page.getByRole('button', { name: 'Stint', exact: true }).click();
  await page.getByRole('button', { name: `Stint in ${NAME}` }).click();
  await page.getByRole('menuitem', { name: 'Uninstall' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Uninstall' }).click();
  await page.getByText('Stint is not in this workspace.').waitFor();
  // The menu is gone that had the focus; it is still in the place, not at the top of the page.
  await soon(() => page.getByRole('main').evaluate((main) => main.matches(':focus-within'))).toBe(true);
}

/** What the table has of a workspace, by a scan. */
async function rowsOf(workspaceId: string) {
  const address = { table, dynamodbEndpoint: await engineEndpoint() };
  const store = connectStore(address, { now: () => clock, log: () => undefined });
  const rows = await scanItems(store);
  store.client.destroy();
  return rows.filter((row) => JSON.stringify(row).includes(workspaceId));
}

test('whoever cancels on Slack’s page is told that nothing was installed, and nothing is', async () => {
  const tab = await askForConsent(harbour);
  expect(await tab.getByRole('radio', { name: NAME }).isChecked()).toBe(true);
  await tab.getByRole('radio', { name: `${TEAM.name} stint-hq.slack.test, has Stint already` }).waitFor();
  await tab.getByRole('link', { name: 'Cancel' }).click();
  await tab.getByRole('heading', { name: 'Nothing was installed' }).waitFor();
  await tab.getByRole('link', { name: 'Start again' }).click();
  // No line that is to be typed breaks, and the page fits on a phone.
  const line = tab.getByText('/track 45m #writing task-12', { exact: true });
  for (const width of [320, 390, 900]) {
    await tab.setViewportSize({ width, height: 800 });
    expect(await line.evaluate((code) => code.getClientRects().length)).toBe(1);
    expect(await tab.locator('html').evaluate((html) => html.scrollWidth)).toBe(width);
  }
  expect(await (await harbour.say('/track 45m #writing')).innerText()).toContain(
    '/track is not a valid command.',
  );
  expect((await rowsOf(OTHER_TEAM.id)).filter(({ sk }) => sk === 'install')).toEqual([]);
});

test('a workspace installs the app and is welcomed; the same in both stays apart', async () => {
  await hq.say('/track task new Guide');
  const tab = await install(harbour);
  await tab.getByRole('link', { name: 'Open Slack' }).click();
  const installer = memberPage(tab);
  await installer
    .newest()
    .getByText('Stint is here')
    .or(installer.newest().getByText('/track'))
    .first()
    .waitFor();
  await harbour.say('/track task new Catalogue');
  await hq.say('/track 45m task-1 #docs');
  await harbour.say('/track 45m task-1 #shop');
  expect(await (await hq.say('/track list')).innerText()).toMatch(/45m[\s\S]*#docs/);
  const theirs = await (await harbour.say('/track list')).innerText();
  expect(theirs).toMatch(/45m[\s\S]*#shop/);
  expect(theirs).not.toContain('#docs');
  expect(await hq.page.getByRole('log').innerText()).not.toMatch(/Catalogue|#shop/);

  await harbour.sayForForm('/track');
  await harbour.page.keyboard.type('1h 30m');
  await harbour.page.keyboard.press('Enter');
  await harbour.dialog().waitFor({ state: 'hidden' });
  const home = await harbour.goHome();
  expect(await home.innerText()).toMatch(/2h 15m/);
  // The same person is a member of both, and looks at one after the other.
  const tile = hq.page.getByRole('navigation', { name: 'Workspaces' }).getByRole('button', { name: NAME });
  await hq.page.getByRole('combobox', { name: 'Message' }).fill('/track half a line');
  await tile.focus();
  await hq.page.keyboard.press('Enter');
  await hq.page.getByText('Welcome to #general').waitFor();
  expect(await hq.messages().count()).toBe(0);
  expect(await hq.page.getByRole('combobox', { name: 'Message' }).inputValue()).toBe('');
  expect(await tile.getAttribute('aria-current')).toBe('true');
  await hq.say('/track 20m task-1');
  await hq.goToWorkspace(TEAM.name);
  expect(await hq.newest().innerText()).toContain('#docs');

  await harbour.page.getByRole('button', { name: 'Messages', exact: true }).click();
  await harbour.page.getByRole('button', { name: /travel in time/ }).click();
  await harbour.page.getByRole('menuitem', { name: 'Next Monday' }).click();
  await harbour.messages().filter({ hasText: 'Your week' }).waitFor();
  expect(await harbour.newest().innerText()).toMatch(/2h 15m/);
});

test('a workspace that uninstalls is answered no more, erased a month later, and may come back', async () => {
  await hq.say('/track 45m #writing');
  await install(harbour);
  await harbour.say('/track 1h #shop');
  clock += 60_000;
  await uninstall(harbour);
  await harbour.page.getByRole('button', { name: 'Inspector', exact: true }).click();
  const kept = harbour.page.getByText(/^Stint keeps/);
  await soon(() => kept.innerText()).toMatch(/^Stint keeps \d+ rows of Harbour Books\.$/);
  expect((await rowsOf(OTHER_TEAM.id)).length).toBeGreaterThan(3);
  await harbour.goToChannel();
  const left = await howToBegin(harbour.page).innerText();
  expect(left).toContain(`Stint is not in ${NAME} any more`);
  const until = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'Europe/Oslo' });
  expect(left).toContain(`thirty days, until ${until.format(clock + 30 * 86_400_000)}`);
  expect(await (await harbour.say('/track list')).innerText()).toContain('/track is not a valid command.');

  await hq.page.getByRole('button', { name: /travel in time/ }).click();
  await hq.page.getByRole('menuitem', { name: '31 days ahead' }).click();
  await hq.page.getByRole('button', { name: 'On the way' }).waitFor();
  await hq.page.getByRole('button', { name: /travel in time/ }).waitFor();
  await soon(() => kept.innerText()).toBe('Stint keeps nothing of Harbour Books.');
  expect(await rowsOf(OTHER_TEAM.id)).toEqual([]);
  await soon(() => howToBegin(harbour.page).innerText()).not.toContain('any more');
  expect((await rowsOf(TEAM.id)).length).toBeGreaterThan(3);
  const digests = run.playground.slack
    .snapshot(OTHER_TEAM.people[0] ?? expect.unreachable())
    .messages.filter(({ text }) => text.includes('Your week'));
  expect(digests).toEqual([]);

  await install(harbour);
  await harbour.say('/track list');
  expect(await harbour.newest().innerText()).not.toContain('#shop');
  await harbour.say('/track 30m #again');
  expect(await harbour.newest().innerText()).toContain('Logged 30m');
});

test('a workspace that adds the app again within thirty days has all that it logged', async () => {
  await install(harbour);
  await harbour.say('/track 1h #shop');
  clock += 60_000;
  await uninstall(harbour);
  clock += 60_000;
  await install(harbour, 'Add it again');
  await harbour.messages().filter({ hasText: 'Stint is back, with everything it had.' }).waitFor();
  await harbour.goToChannel();
  expect(await (await harbour.say('/track list')).innerText()).toContain('#shop');
});
