import { mkdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { readManifest } from '../playground/slack/manifest.ts';
import { TEAMS } from '../playground/slack/workspace.ts';
import { startPlayground } from '../playground/start.ts';
import { stintOnTable } from '../playground/stint-on-table.ts';
import { startEngine } from '../src/entry-points/embedded-engine.ts';
import { createClient } from '../src/store/client.ts';
import { ensureTable } from '../src/store/ensure-table.ts';
import { launchBrowser } from '../test/support/browser.ts';
import { bothShown, pictureWorkspaces } from './picture-workspaces.ts';

/** `npm run screenshots`: the pictures of README and guide, made of the playground as it is. Wednesday, 18:05 in Madrid. */
const NOW = Date.UTC(2026, 8, 16, 16, 5);
const HOUR_MS = 3_600_000;
const TABLE = 'screenshots';
/** The width of the page's workspaces and sidebar, which most pictures are better off without. */
const SIDEBAR = 286;
/** The pictures' width where they have all of the page. */
const WIDTH = 1174;
let clock = NOW;
const now = () => clock;
const folder = fileURLToPath(new URL('../docs/images', import.meta.url));

const manifest = readManifest(await readFile(new URL('../manifest.json', import.meta.url), 'utf8'));
const engine = await startEngine();
const client = createClient({ endpoint: engine.endpoint });
await ensureTable(client, TABLE);
const browser = await launchBrowser();
const playground = await startPlayground({
  port: 0,
  now,
  manifest,
  teams: TEAMS,
  createHandler: (options) => stintOnTable({ table: TABLE, dynamodbEndpoint: engine.endpoint }, options),
});
try {
  await mkdir(folder, { recursive: true });
  await takePictures();
} finally {
  await browser.close();
  await playground.stop();
  client.destroy();
  await engine.stop();
}

async function takePictures(): Promise<void> {
  const page = await browser.newPage({
    viewport: { width: WIDTH, height: 800 },
    timezoneId: 'Europe/Madrid',
    // Nothing is on its way somewhere when a picture is taken.
    reducedMotion: 'reduce',
  });
  const field = page.getByRole('combobox', { name: 'Message' });
  const dialog = page.getByRole('dialog');
  const articles = page.getByRole('log').getByRole('article');
  const open = async (address = '') => {
    await page.goto(playground.url + address);
    await field.waitFor();
  };
  const type = async (line: string) => {
    await field.fill(line);
    await page.keyboard.press('Enter');
  };
  const say = async (line: string) => {
    const before = await articles.count();
    await type(line);
    await articles.nth(before).waitFor();
  };
  const picture = async (name: string, sidebar = false) => {
    // The page scrolls to what is new in its own time.
    await page.waitForTimeout(400);
    const { width = 0, height = 0 } = page.viewportSize() ?? {};
    const x = sidebar ? 0 : SIDEBAR;
    await page.screenshot({ path: `${folder}/${name}.png`, clip: { x, y: 0, width: width - x, height } });
  };
  const form = async (line: string, name: string) => {
    await type(line);
    await dialog.waitFor();
    await picture(name);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
  };

  await open();
  await picture('welcome', true);
  await say('/track 45m #writing task-12');
  await say('/track 9:30-11 standup with Kim #team');
  await say('/track 1h tomorrow #writing');
  await picture('playground', true);

  await type('/track');
  await dialog.getByLabel('More entries').fill('30m #mail\n9:30-11 yesterday #client\n12 pages #reading');
  await picture('log-form');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  await form('/track settings', 'settings');
  await say('/track 12 pages #reading 40m');
  await say('/track 2h monday #design');
  await say('/track 3h 15m yesterday #writing');
  await say('/track list');
  await articles.last().getByRole('button', { name: 'More' }).first().click();
  await picture('list');
  await page.keyboard.press('Escape');
  await say('/track week');
  await articles.last().getByRole('button', { name: 'Download the entries' }).scrollIntoViewIfNeeded();
  await picture('report');
  await say('/track start 20 minutes ago #writing');
  await say('/track status');
  await picture('timer');
  await say('/track task new Write the guide #docs ~12h');
  await say('/track task new Chapter one under task-1 ~4h');
  await say('/track task new Pictures under task-1');
  await say('/track 2h task-2 #writing');
  await say('/track 40m task-3');
  await say('/track tasks');
  await picture('tasks');
  await say('/track task-1');
  await picture('task-page');
  await say('/track note call Kim back about the pictures #docs');
  await say('/track notes kim');
  await picture('notes');
  await say('/track 20m #writting');
  await say('/track tags');
  await picture('tags');
  await say('/track report this week by tag');

  await articles.last().getByRole('button', { name: 'Download the entries' }).click();
  await articles.last().getByRole('button', { name: 'Export as CSV' }).click();
  await articles.last().getByText('on its way').waitFor();
  await open('?in=messages');
  await page.getByRole('link', { name: /csv$/ }).waitFor();
  await picture('export', true);

  await open('?member=ben');
  await say('/track 1h 30m #design');
  await page.goto(`${playground.url}?pair`);
  await page.setViewportSize({ width: 1280, height: 800 });
  await bothShown(page);
  await picture('side-by-side', true);
  await page.setViewportSize({ width: WIDTH, height: 800 });
  if (!manifest.hasHome) return;
  await open('?in=messages');
  await page.getByRole('button', { name: 'Home', exact: true }).click();
  await page.getByRole('region', { name: 'App Home' }).waitFor();
  await page.setViewportSize({ width: WIDTH, height: 1180 });
  await picture('home', true);
  await page.setViewportSize({ width: WIDTH, height: 800 });
  await open('?member=ben');
  await say('/track 2h 15m yesterday task-2 #writing 9 pages');
  await say('/track team show me');
  await open('?member=cleo');
  await say('/track 3h monday task-3 #design');
  await say('/track 1h 45m #client');
  await say('/track 6h 8 days ago #writing');
  await open();
  await say('/track team leads add @ana');
  await page.setViewportSize({ width: WIDTH, height: 940 });
  await say('/track team report by task');
  await articles.last().getByRole('button', { name: 'Share' }).scrollIntoViewIfNeeded();
  await picture('team-report');
  await page.setViewportSize({ width: WIDTH, height: 800 });
  await form('/track team digest on', 'team-digest-form');
  await say('/track team show me');
  await type('/track team digest on in #general monday 9:00');
  await articles.getByText('set up the team digest here').waitFor();
  await say('/track team members show');
  // Thursday morning; the timer of Wednesday still runs.
  clock += 15 * HOUR_MS;
  await open();
  await articles.last().waitFor();
  await say('/track stop');
  await articles.last().scrollIntoViewIfNeeded();
  await picture('over-night');
  await articles.last().getByRole('button', { name: 'Drop the timer' }).click();
  await say('/track remind at 17:30');
  await open('?in=messages');
  const traveller = page.getByRole('button', { name: /travel in time/ });
  await traveller.click();
  await picture('time-travel', true);
  await page.getByRole('menuitem', { name: 'Next Monday' }).click();
  await articles.filter({ hasText: 'Your week' }).waitFor();
  await picture('digest');
  await open('?member=ben');
  await articles.getByText('The week in detail').waitFor();
  await page.setViewportSize({ width: WIDTH, height: 1320 });
  await articles.last().scrollIntoViewIfNeeded();
  await picture('team-digest');

  await page.setViewportSize({ width: WIDTH, height: 800 });
  await pictureWorkspaces(page, playground.url, (name) => picture(name, true));
}
