import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { MANIFEST } from '../support/manifest.ts';
import { type MemberPage, memberPage } from '../support/member-page.ts';
import { closeBrowser, type PageRun, runPage, soon, stopContent } from '../support/page-run.ts';
import { createStint } from '../support/stint.ts';

/** Flows through what the bot does beyond a plain log, one for each part of it. */
let run: PageRun;
let ana: MemberPage;
/** What time it is for Slack and for the bot, in milliseconds since 1970. */
let clock: number;

afterAll(closeBrowser);
beforeEach(async () => {
  clock = Date.now();
  const now = () => clock;
  run = await runPage({ createHandler: await createStint(), manifest: MANIFEST, now });
  ana = memberPage(await run.open());
});
afterEach(() => stopContent(run));

test('two members run a timer each; one is stopped by keyboard, and the other’s runs on', async () => {
  const ben = memberPage(await run.open('?member=ben'));
  await ana.say('/track start 30 minutes ago #writing');
  await ben.say('/track start 20 minutes ago #team');
  const stop = ana.newest().getByText('Stop', { exact: true });
  await stop.focus();
  await ana.page.keyboard.press('Enter');
  await ana.newest().getByText('Logged 30m').waitFor();
  // The button is gone; the focus is still on its message, not at the top of the page.
  await soon(() => ana.newest().evaluate((message) => message.matches(':focus-within'))).toBe(true);
  await ben.say('/track status');
  expect(await ben.newest().innerText()).toMatch(/20m.*#team/);
  await ana.say('/track status');
  expect(await ana.newest().innerText()).not.toMatch(/#team/);
});

test('a report is put together another way by a press, and shared with everybody', async () => {
  const ben = memberPage(await run.open('?member=ben'));
  await ana.say('/track 2h #writing');
  await ana.say('/track week');
  expect(await ana.press('By tag')).toMatch(/#writing[\s\S]*2h/);
  await ana.newest().getByRole('button', { name: 'Share' }).click();
  await ben.messages().filter({ hasText: 'This week' }).waitFor();
  expect(await ben.newest().innerText()).toMatch(/Ana Ruiz[\s\S]*#writing/);
});

test('settings are filled in by keyboard; an error stands at its field, and what was chosen stays', async () => {
  await ana.sayForForm('/track settings');
  const target = ana.dialog().getByLabel('Daily target');
  await ana.tabTo(target);
  await ana.page.keyboard.type('a lot');
  await ana.dialog().getByLabel('Saturday').check();
  await ana.page.keyboard.press('Enter');
  await ana.dialog().getByRole('alert').filter({ hasText: 'length of time' }).waitFor();
  await soon(() => target.evaluate((field) => field.matches(':focus'))).toBe(true);
  expect(await ana.dialog().getByLabel('Saturday').isChecked()).toBe(true);
  await target.fill('7h 30m');
  await ana.save();
  expect(await ana.newest().innerText()).toMatch(/Daily target: 7h 30m[\s\S]*Saturday/);
  await ana.newest().getByRole('button', { name: 'Change settings' }).click();
  await ana.dialog().waitFor();
  expect(await target.inputValue()).toBe('7h 30m');
  await ana.page.keyboard.press('Escape');
});

test('a day is kept on the Home: logged there, mended there, taken back there, all by keyboard', async () => {
  const { page } = ana;
  const home = await ana.goHome();
  await ana.tabTo(home.getByRole('button', { name: 'Log time' }));
  await page.keyboard.press('Enter');
  await ana.dialog().waitFor();
  await page.keyboard.type('1h');
  await ana.tabTo(ana.dialog().getByLabel('Tags'));
  await page.keyboard.type('#writing');
  await page.keyboard.press('Enter');
  await home.getByText('Logged 1h').waitFor();
  await home.getByRole('button', { name: 'Edit' }).first().press('Enter');
  await ana.dialog().waitFor();
  await ana.dialog().getByLabel('How long, or from when to when').fill('1h 30m');
  await ana.save();
  await home.getByText('Changed: 1h 30m').waitFor();
  await home.getByRole('button', { name: 'Undo' }).click();
  await home.getByText('Undone').waitFor();
  const ben = memberPage(await run.open('?member=ben'));
  expect(await (await ben.goHome()).innerText()).toContain('Nothing logged yet.');
});

test('the shortcuts open the form from anywhere; a message becomes the note', async () => {
  const { page } = ana;
  await page.getByRole('combobox', { name: 'Message' }).press('Shift+Tab');
  for (const key of ['Enter', 'Enter']) await page.keyboard.press(key);
  await ana.dialog().waitFor();
  await page.keyboard.type('45m');
  await page.keyboard.press('Enter');
  await ana.dialog().getByText('Logged 45m').waitFor();
  await page.keyboard.press('Escape');
  await ana.dialog().waitFor({ state: 'hidden' });

  const ben = memberPage(await run.open('?member=ben'));
  await ben.say('Can you review the guide?');
  const message = ana.messages().filter({ hasText: 'review the guide' });
  await message.hover();
  await message.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Log time for this' }).click();
  await ana.dialog().waitFor();
  expect(await ana.dialog().getByLabel('Note').inputValue()).toContain('Can you review the guide?');
  await page.keyboard.type('20m');
  await page.keyboard.press('Enter');
  await ana.messages().filter({ hasText: 'Logged 20m' }).waitFor();
  expect(await ben.messages().count()).toBe(1);
});

test('a note is kept, found by a word, and whoever writes to the app is told how to log', async () => {
  await ana.say('/track note call Kim back #client');
  await ana.say('/track 45m #writing draft for Kim');
  const found = await ana.say('/track notes kim');
  expect(await found.innerText()).toMatch(
    /draft for Kim[\s\S]*call Kim back|call Kim back[\s\S]*draft for Kim/,
  );
  await ana.page.getByRole('button', { name: 'Stint', exact: true }).click();
  await ana.page.getByRole('combobox', { name: 'Message Stint' }).fill('How do I log time?');
  await ana.page.keyboard.press('Enter');
  await soon(() => ana.messages().count()).toBe(2);
  expect(await ana.newest().innerText()).toContain('/track');
});

test('tasks are made by one member, logged on by another, and moved through by presses', async () => {
  const ben = memberPage(await run.open('?member=ben'));
  await ana.say('/track task new Write the guide ~4h');
  await ben.say('/track task new Draft under task-1');
  await ben.say('/track 1h 30m task-2');
  await ana.say('/track 45m task-2');
  const tree = await ana.say('/track tasks');
  expect(await tree.innerText()).toMatch(/Write the guide · 45m \(own 0m\)[\s\S]*Draft · 45m/);
  expect(await ana.press('Open')).toMatch(/Write the guide[\s\S]*Subtasks/);
  expect(await ana.press('All tasks')).toContain('Open tasks: 2');
  await ana.sayForForm('/track');
  await ana.dialog().getByLabel('How long, or from when to when').fill('30m');
  await ana.dialog().getByLabel('Task').fill('dra');
  await ana.page.getByRole('option', { name: 'Draft' }).click();
  await ana.save('Log');
  await ana.messages().filter({ hasText: 'Logged 30m' }).waitFor();
  expect(await (await ben.say('/track task-2')).innerText()).toContain('2h 45m');
});

test('a form takes several lines; a slip in one is said at the field, and what was typed stays there', async () => {
  const ben = memberPage(await run.open('?member=ben'));
  await ana.sayForForm('/track');
  const lines = ana.dialog().getByLabel('More entries, one line each');
  await ana.tabTo(lines);
  await ana.page.keyboard.type('30m #mail\nhello\n12 pages #book');
  await ana.dialog().getByRole('button', { name: 'Log', exact: true }).click();
  await ana.dialog().getByRole('alert').filter({ hasText: 'Line 2' }).waitFor();
  expect(await lines.inputValue()).toBe('30m #mail\nhello\n12 pages #book');
  await lines.fill('30m #mail\n45m #team\n12 pages #book');
  await ana.save('Log');
  await ana.messages().filter({ hasText: 'Logged 3 entries' }).waitFor();
  expect(await ana.newest().innerText()).toMatch(/30m[\s\S]*#mail[\s\S]*45m[\s\S]*#team[\s\S]*12 pages/);
  expect(await ben.messages().count()).toBe(0);
  expect(await ana.press('Undo')).toContain('Undone');
  expect(await (await ana.say('/track list')).innerText()).not.toContain('#mail');
});

test('a list puts entries right by its menus: one is copied, one split, one moved', async () => {
  await ana.say('/track 2h yesterday #writing draft');
  const list = await ana.say('/track list');
  const choose = async (item: string) => {
    await list.getByRole('button', { name: 'More' }).last().press('Enter');
    await ana.page.getByRole('menuitem', { name: item }).press('Enter');
  };
  await choose('Copy to today');
  await list.getByText('Logged 2h').waitFor();
  await choose('Split');
  await ana.dialog().getByLabel('Where to cut').fill('30m');
  await ana.save('Split');
  await list.getByText('1h 30m').first().waitFor();
  await choose('Move to another day');
  const day = ana.dialog().getByLabel('Day');
  const today = new Date(Date.parse(await day.inputValue()) + 86_400_000).toISOString().slice(0, 10);
  await day.fill(today);
  await ana.save('Move');
  await list.getByText('Changed').waitFor();
  expect(await list.innerText()).not.toMatch(/yesterday: 30m/i);
  expect(await ana.messages().count()).toBe(2);
});

test('of two entries that overlap the earlier is cropped by a press, and is whole again by the next', async () => {
  await ana.say('/track yesterday 9:00-11:00 #writing');
  await ana.say('/track yesterday 10:30-12:00 #team');
  expect(await ana.press('Crop the earlier one')).toContain('9:00');
  expect(await (await ana.say('/track list yesterday')).innerText()).toMatch(/9:00–10:30/);
  await ana.say('/track undo');
  expect(await (await ana.say('/track list yesterday')).innerText()).toMatch(/9:00–11:00/);
});

test('a slip in a tag is put right by a press; a tag is renamed from the menu of all tags', async () => {
  for (const line of ['/track 45m #writing', '/track 30m #writing', '/track 15m #writting'])
    await ana.say(line);
  expect(await ana.press('Use #writing')).not.toContain('#writting');
  const tags = await ana.say('/track tags');
  await tags.locator('[aria-haspopup=menu]').first().click();
  await ana.page.getByRole('menuitem', { name: 'Rename' }).click();
  await ana.dialog().getByLabel('New name').fill('guide');
  await ana.save('Rename');
  await ana.messages().filter({ hasText: 'Renamed #writing to #guide' }).waitFor();
  expect(await (await ana.say('/track tags')).innerText()).toMatch(/#guide 1h 30m · 3 entries/);
});

test('a timer left over night asks before it logs; a press keeps it, a form says when it was stopped', async () => {
  await ana.say('/track start #writing');
  clock += 20 * 3_600_000;
  const asked = await ana.say('/track stop');
  expect(await asked.innerText()).toMatch(/Still working\?[\s\S]*Nothing is logged/);
  await asked.getByRole('button', { name: 'Stopped at…' }).press('Enter');
  await ana.dialog().waitFor();
  await ana.page.keyboard.press('Escape');
  await ana.dialog().waitFor({ state: 'hidden' });
  expect(await ana.press('Keep running')).not.toContain('Still working');
  clock += 24 * 3_600_000;
  await ana.say('/track stop #guide');
  await ana.newest().getByRole('button', { name: 'Stopped at…' }).click();
  expect(await ana.dialog().getByLabel('Anything to add?').inputValue()).toBe('#guide');
  await ana.dialog().getByLabel('Stopped at').fill('43 hours ago');
  await ana.save('Log it');
  await ana.messages().filter({ hasText: 'Logged 1h' }).waitFor();
  expect(await ana.newest().innerText()).toContain('#writing · #guide');
});

test('the clock is sent ahead by keyboard; what is due comes on the way, each at its own time', async () => {
  await ana.say('/track 2h #writing');
  await ana.say('/track start #mail');
  await ana.page.getByRole('button', { name: 'Stint', exact: true }).click();
  await ana.page.getByRole('button', { name: 'Messages', exact: true }).click();
  const traveller = ana.page.getByRole('button', { name: /travel in time/ });
  const before = await traveller.innerText();
  await ana.tabTo(traveller);
  await ana.page.keyboard.press('Enter');
  await ana.page.getByRole('menuitem', { name: 'Next Monday, 9:00' }).waitFor();
  // The last one but one: the last goes a month ahead.
  for (const key of ['End', 'ArrowUp', 'Enter']) await ana.page.keyboard.press(key);
  await ana.messages().filter({ hasText: 'Your week' }).waitFor();
  await ana.messages().filter({ hasText: 'Still working?' }).first().waitFor();
  await soon(() => traveller.innerText()).toMatch(/Mon .*09:00/);
  expect(await traveller.innerText()).not.toBe(before);
  expect(await ana.newest().locator('time').first().innerText()).toMatch(/^9:00/);
});
