import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { EVERYTHING } from '../../playground/slack/manifest.ts';
import { createFakeApp, type FakeApp } from '../support/fake-app.ts';
import { closeBrowser, type PageRun, runPage, soon } from '../support/page-run.ts';
import { BEN } from '../support/slack-run.ts';

const SHORTCUTS = [
  { type: 'global', callbackId: 'log', name: 'Log time', description: 'Opens the form' },
  { type: 'global', callbackId: 'timer', name: 'Start the timer', description: 'On what you did last' },
  { type: 'message', callbackId: 'log-this', name: 'Log time for this', description: 'As the note' },
] as const;

let app: FakeApp;
let run: PageRun;
let page: Page;
beforeEach(async () => {
  app = createFakeApp();
  run = await runPage({ createHandler: app.create, manifest: { ...EVERYTHING, shortcuts: SHORTCUTS } });
  page = await run.open();
});
afterEach(async () => {
  await run.stop();
  expect(run.complaints).toEqual([]);
});
afterAll(closeBrowser);

const heard = () => app.heard.at(-1);
const composer = () => page.getByRole('combobox', { name: 'Message' });
const item = (name: string) => page.getByRole('menuitem', { name });
const focusedLabel = () => page.locator(':focus').getAttribute('aria-label');
const home = () => page.getByRole('region', { name: 'App Home' });
const openHome = async () => {
  await page.getByRole('button', { name: 'Stint', exact: true }).click();
  await page.getByRole('button', { name: 'Home', exact: true }).click();
  await home().getByRole('heading', { name: 'Today' }).waitFor();
};
const say = async (line: string) => {
  await composer().fill(line);
  await composer().press('Enter');
};

describe('the shortcuts', () => {
  test('are run from the composer by keyboard, and Escape leaves them without running any', async () => {
    await composer().press('Shift+Tab');
    expect(await focusedLabel()).toBe('Shortcuts');
    await page.keyboard.press('ArrowDown');
    await item('Log time').waitFor();
    await page.keyboard.press('Escape');
    expect([await focusedLabel(), await item('Log time').count()]).toEqual(['Shortcuts', 0]);
    await page.keyboard.press('Enter');
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await soon(heard).toMatchObject({ type: 'shortcut', callback_id: 'timer' });
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await soon(() => item('Log time').count()).toBe(0);
  });

  test('of a message are run by mouse, on what everybody sees alone', async () => {
    await run.playground.slack.send(BEN, 'C000000001', 'Can you review this?');
    await say('/track 45m');
    const messages = page.getByRole('log').getByRole('article');
    await messages.nth(1).waitFor();
    await messages.nth(1).hover();
    expect(await messages.nth(1).getByRole('button', { name: 'More actions' }).count()).toBe(0);
    await messages.first().hover();
    await messages.first().getByRole('button', { name: 'More actions' }).click();
    await item('Log time for this').click();
    await soon(heard).toMatchObject({
      type: 'message_action',
      callback_id: 'log-this',
      message: { text: 'Can you review this?' },
    });
  });
});

describe('the Home', () => {
  test('is worked with by keyboard: menus, selects and boxes tell the app what was chosen', async () => {
    await openHome();
    await home().getByRole('button', { name: 'entry' }).first().focus();
    for (const key of ['Enter', 'ArrowDown', 'ArrowDown', 'Enter']) await page.keyboard.press(key);
    await soon(heard).toMatchObject({
      container: { type: 'view' },
      view: { type: 'home', hash: expect.any(String) },
      actions: [{ action_id: 'entry', block_id: 'entry-0', selected_option: { value: 'copy to today' } }],
    });
    await home().getByRole('combobox', { name: 'Your zone' }).selectOption('Two');
    await soon(() => heard().actions[0]).toMatchObject({ selected_option: { value: 'two' } });
    await home().getByRole('group', { name: 'Your team' }).getByLabel('Ben Carter').focus();
    await page.keyboard.press('Space');
    await soon(() => heard().actions[0]).toMatchObject({ action_id: 'team', selected_users: [BEN.id] });
  });

  test('is told to the app when its tab or the conversation is opened, and keeps the focus when it changes', async () => {
    await page.getByRole('button', { name: 'Stint', exact: true }).click();
    await soon(() => heard()?.event).toMatchObject({ type: 'app_home_opened', tab: 'messages' });
    await page.getByRole('button', { name: 'Home', exact: true }).click();
    await soon(() => heard()?.event).toMatchObject({ type: 'app_home_opened', tab: 'home' });
    await home().getByRole('button', { name: 'Log time' }).focus();
    await app.publish({ type: 'home', blocks: [] });
    await soon(focusedLabel).toBe('App Home');
  });
});

test('a form of every field is filled in and sent', async () => {
  await say('/track all inputs');
  const form = page.getByRole('dialog');
  await form.getByLabel('Time zone').fill('Al');
  await page.getByRole('option', { name: 'Alpha' }).click();
  await form.getByLabel('Week starts on').selectOption('Two');
  await form.getByRole('group', { name: 'Working days' }).getByLabel('Three').check();
  await form.getByRole('group', { name: 'Show' }).getByLabel('One').check();
  await form.getByLabel('Remind me at').fill('18:15');
  await form.getByLabel('From').fill('2026-03-09');
  await form.getByLabel('Tags').fill('Be');
  await page.getByRole('option', { name: 'Beta' }).click();
  await form.getByRole('group', { name: 'People' }).getByLabel('Ana Ruiz').check();
  await form.getByLabel('Daily target in hours').fill('8');
  await form.getByRole('button', { name: 'Save' }).click();
  await form.waitFor({ state: 'hidden' });
  expect(heard().view.state.values).toMatchObject({
    zone: { zone: { selected_option: { value: 'alpha' } } },
    start: { start: { selected_option: { value: 'two' } } },
    days: { days: { selected_options: [{ value: 'one' }, { value: 'two' }, { value: 'three' }] } },
    view: { view: { selected_option: { value: 'one' } } },
    at: { at: { selected_time: '18:15', timezone: 'Europe/Madrid' } },
    day: { day: { selected_date: '2026-03-09' } },
    tags: { tags: { selected_options: [{ value: 'beta' }] } },
    people: { people: { selected_users: ['U0ANA00001'] } },
    target: { target: { value: '8' } },
  });
});

test('two members are seen side by side, each with what is theirs', async () => {
  await page.getByRole('link', { name: 'Two side by side' }).click();
  const [ana, ben] = ['Ana Ruiz', 'Ben Carter'].map((name) => page.frameLocator(`iframe[title="${name}"]`));
  await ana?.getByRole('combobox', { name: 'Message' }).fill('Hello Ben');
  await ana?.getByRole('combobox', { name: 'Message' }).press('Enter');
  await ben?.getByRole('log').getByText('Hello Ben').waitFor();
  await ben?.getByRole('link', { name: 'One at a time' }).click();
  await soon(() => page.locator('iframe').count()).toBe(0);
});
