import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createFakeApp, type FakeApp } from '../support/fake-app.ts';
import { closeBrowser, type PageRun, runPage, soon } from '../support/page-run.ts';
import { BEN } from '../support/slack-run.ts';

let app: FakeApp;
let run: PageRun;
let page: Page;
beforeEach(async () => {
  app = createFakeApp();
  run = await runPage({ createHandler: app.create });
  page = await run.open();
});
afterEach(async () => {
  await run.stop();
  expect(run.complaints).toEqual([]);
});
afterAll(closeBrowser);

const composer = () => page.getByRole('combobox', { name: 'Message' });
const messages = () => page.getByRole('log').getByRole('article');
const button = (name: string) => page.getByRole('button', { name, exact: true });
const dialog = () => page.getByRole('dialog');
const focusedId = () => page.locator(':focus').getAttribute('id');
const say = async (line: string) => {
  await composer().fill(line);
  await composer().press('Enter');
};

describe('the first look', () => {
  test('says what to type, and a click puts a line into the composer', async () => {
    const examples = page.getByRole('region', { name: 'How to begin' }).getByRole('button');
    expect(await examples.count()).toBe(3);
    await examples.first().click();
    expect(await composer().inputValue()).toBe('/track 45m #writing task-12');
    expect(await focusedId()).toBe('composer');
    await page.keyboard.press('Enter');
    await messages().filter({ hasText: 'Logged 45m #writing task-12' }).waitFor();
    expect(await composer().inputValue()).toBe('');
  });
});

describe('the composer', () => {
  test('brings back what was sent with Up and Down', async () => {
    await say('/track 1h');
    await say('/track 2h');
    const recalled = [];
    for (const key of ['ArrowUp', 'ArrowUp', 'ArrowUp', 'ArrowDown', 'ArrowDown']) {
      await page.keyboard.press(key);
      recalled.push(await composer().inputValue());
    }
    expect(recalled).toEqual(['/track 2h', '/track 1h', '/track 1h', '/track 2h', '']);
  });

  test('offers what can follow /track and completes it by keyboard', async () => {
    await composer().pressSequentially('/track u');
    await page.getByRole('option', { name: '/track undo' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await composer().inputValue()).toBe('/track undo');
    await page.keyboard.press('Enter');
    await messages().filter({ hasText: 'Logged undo' }).waitFor();
  });

  test('keeps several lines of a message with Shift+Enter', async () => {
    await composer().fill('one');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('two');
    await page.keyboard.press('Enter');
    await messages().filter({ hasText: 'two' }).waitFor();
    expect(run.playground.slack.snapshot(BEN).messages).toMatchObject([{ text: 'one\ntwo' }]);
  });
});

describe('a message', () => {
  test('for one member is marked, and the other does not see it', async () => {
    await say('/track 45m');
    await messages().getByText('Only visible to you').waitFor();
    const other = await run.open('?member=ben');
    await say('/track everyone');
    await other.getByText('For everyone').waitFor();
    expect(await other.getByText('Logged 45m').count()).toBe(0);
    await page.getByRole('radio', { name: 'Ben Carter' }).check();
    await soon(() => messages().allInnerTexts()).toHaveLength(2);
  });

  test('is replaced in its place by a press', async () => {
    await say('/track 45m');
    await say('/track 50m');
    await messages().first().getByRole('button', { name: 'Undo' }).click();
    await messages().first().getByText('Undone').waitFor();
    expect(await messages().count()).toBe(2);
    expect(await messages().first().getByRole('button').count()).toBe(0);
  });

  test('draws every element as a control with a name, and tells the app what was chosen', async () => {
    await say('/track all elements');
    await page.getByRole('heading', { name: 'Every element' }).waitFor();
    const chosen = () => app.heard.at(-1).actions?.[0];
    await page.getByRole('combobox', { name: 'Choose one' }).selectOption('Two');
    await soon(chosen).toMatchObject({ action_id: 'static', selected_option: { value: 'two' } });
    await page.getByRole('group', { name: 'Choose some' }).getByRole('checkbox', { name: 'Three' }).check();
    await soon(chosen).toMatchObject({ action_id: 'multi', selected_options: [{ value: 'three' }] });
    await page.getByRole('radio', { name: 'One' }).check();
    await soon(chosen).toMatchObject({ action_id: 'radios', selected_option: { value: 'one' } });
    await page.getByLabel('date', { exact: true }).fill('2026-03-05');
    await page.getByLabel('hour', { exact: true }).fill('10:15');
    await soon(chosen).toMatchObject({ action_id: 'date', selected_date: '2026-03-05' });
    await page.getByLabel('hour', { exact: true }).blur();
    await soon(chosen).toMatchObject({ action_id: 'hour', selected_time: '10:15' });
    await button('more').click();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await soon(chosen).toMatchObject({ action_id: 'more', selected_option: { value: 'two' } });
    await page.getByRole('combobox', { name: 'Find a task' }).click();
    await page.keyboard.type('Be');
    await page.getByRole('option', { name: 'Beta' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await soon(chosen).toMatchObject({ action_id: 'external', selected_option: { value: 'beta' } });
    await page.getByRole('img', { name: /This week/ }).waitFor();
  });

  test('asks before it does what has a confirm', async () => {
    await say('/track all elements');
    await button('Delete').click();
    const question = page.getByRole('alertdialog', { name: 'Delete it?' });
    await question.getByRole('button', { name: 'Keep' }).click();
    expect(app.heard).toHaveLength(1);
    await button('Delete').click();
    await question.getByRole('button', { name: 'Delete' }).click();
    await soon(() => app.heard.at(-1).actions?.[0]).toMatchObject({ action_id: 'delete' });
  });

  test('tells of a press that came to nothing, until it is put away', async () => {
    await say('/track all elements');
    await button('Crash').click();
    const alert = page.getByRole('alert').filter({ hasText: 'dispatch_failed' });
    await alert.waitFor();
    await alert.getByRole('button').click();
    await alert.waitFor({ state: 'detached' });
  });
});

describe('a modal', () => {
  test('is filled in by keyboard; an error stands at its field, which gets the focus; then it is saved', async () => {
    await say('/track 45m');
    await button('Edit').focus();
    await page.keyboard.press('Enter');
    await dialog().getByRole('heading', { name: 'Edit entry' }).waitFor();
    const time = dialog().getByLabel('Time');
    expect(await time.inputValue()).toBe('45m');
    expect(await focusedId()).toBe(await time.getAttribute('id'));
    await time.fill('bad');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.type('My note');
    await button('Save').click();
    await dialog().getByRole('alert').filter({ hasText: 'Say how long' }).waitFor();
    await soon(focusedId).toBe(await time.getAttribute('id'));
    expect(await time.getAttribute('aria-invalid')).toBe('true');
    expect(await dialog().getByLabel('Note').inputValue()).toBe('My note');
    await time.fill('50m');
    await page.keyboard.press('Enter');
    await dialog().waitFor({ state: 'hidden' });
    await messages().filter({ hasText: 'Saved 50m' }).waitFor();
  });

  test('closes on Escape, tells the app, and the focus goes back', async () => {
    await say('/track 45m');
    await button('Edit').click();
    await dialog().waitFor();
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'hidden' });
    await soon(() => app.heard.at(-1).type).toBe('view_closed');
    expect(await page.locator(':focus').textContent()).toBe('Edit');
  });

  test('keeps what was typed while an external menu is searched and left with Escape', async () => {
    await say('/track');
    const task = dialog().getByRole('combobox', { name: 'Task' });
    await task.click();
    await page.keyboard.type('Al');
    await page.getByRole('option', { name: 'Alpha' }).waitFor();
    await page.keyboard.press('Escape');
    expect(await dialog().isVisible()).toBe(true);
    await page.keyboard.type('Al');
    await page.getByRole('option', { name: 'Alpha' }).click();
    await button('Save').click();
    await dialog().waitFor({ state: 'hidden' });
    expect(app.heard.at(-1).view.state.values.task.task).toMatchObject({
      selected_option: { value: 'alpha' },
    });
  });

  test.each([800, 300])(
    'has the options of its only menu in reach of the mouse, %i pixels high',
    async (height) => {
      await page.setViewportSize({ width: 1200, height });
      await say('/track choose');
      await dialog().getByRole('combobox', { name: 'Task' }).click();
      const option = page.getByRole('option', { name: 'Beta' });
      await option.waitFor();
      // The mouse itself: a click on a locator would scroll the option into view first.
      const box = await option.boundingBox();
      if (!box) throw new Error('the option is not drawn');
      await page.mouse.click(box.x + box.width / 2, box.y + box.height - 2);
      await soon(() => dialog().getByRole('combobox', { name: 'Task' }).inputValue()).toBe('Beta');
    },
  );

  test('is gone after a reload, and the app hears of it if it asked to', async () => {
    await say('/track');
    await dialog().waitFor();
    await page.reload();
    await composer().waitFor();
    await soon(() => app.heard.at(-1)).toMatchObject({ type: 'view_closed' });
    await say('/track 45m');
    await messages().filter({ hasText: 'Logged 45m' }).waitFor();
    expect(await dialog().count()).toBe(0);
  });
});

test('the Home tab shows what the app publishes, and its buttons work', async () => {
  await button('Stint').click();
  await button('Home').click();
  await page.getByRole('heading', { name: 'Today' }).waitFor();
  await button('Log time').click();
  await expect
    .poll(() => app.heard.at(-1))
    .toMatchObject({ container: { type: 'view' }, actions: [{ action_id: 'log' }] });
});

test('the inspector shows each exchange with its payload and can make Slack fail', async () => {
  await button('Inspector').click();
  await say('/track too long');
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  await inspector.getByText('/track too long').first().click();
  await inspector.getByText('"command": "/track"').waitFor();
  await messages().filter({ hasText: '/blocks/0/text/text has 151 characters' }).waitFor();
  await inspector.getByLabel('Slack’s Web API').selectOption('answers 500, broken');
  await say('/track');
  await inspector.getByText('HTTP 500 on demand').waitFor();
});
