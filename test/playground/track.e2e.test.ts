import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { closeBrowser, type PageRun, runPage, soon } from '../support/page-run.ts';
import { createStint } from '../support/stint.ts';

let run: PageRun;
let ana: Page;

afterAll(closeBrowser);
beforeEach(async () => {
  run = await runPage({ createHandler: await createStint() });
  ana = await run.open();
});
afterEach(async () => {
  const failed = run.playground.slack.log
    .entries()
    .filter((entry) => entry.failed || entry.problems.length > 0);
  await run.stop();
  expect(run.complaints).toEqual([]);
  expect(failed).toEqual([]);
});

const messages = (page = ana) => page.getByRole('log').getByRole('article');
const newest = (page = ana) => messages(page).last();
const dialog = (page = ana) => page.getByRole('dialog');
const say = async (line: string, page = ana) => {
  const before = await messages(page).count();
  await page.getByRole('combobox', { name: 'Message' }).fill(line);
  await page.keyboard.press('Enter');
  if (line !== '/track') await soon(() => messages(page).count()).toBe(before + 1);
};

describe('a member', () => {
  test('types /track 45m #writing task-12, and it is kept and confirmed', async () => {
    await say('/track 45m #writing task-12');
    const confirmation = await newest().innerText();
    expect(confirmation).toContain('Only visible to you');
    expect(confirmation).toMatch(/Logged 45m · today/);
    expect(confirmation).toContain('#writing · task-12');
    expect(confirmation).toContain('Today: 45m');
    await say('/track 30m review');
    expect(await newest().innerText()).toContain('Today: 1h 15m');
    await say('/track list');
    expect(await newest().innerText()).toMatch(/45m · #writing · task-12/);
  });

  test('gets a helpful answer to what cannot be read, and nothing is kept', async () => {
    await say('/track writing');
    const answer = await newest().innerText();
    expect(answer).toContain('/track writing');
    expect(answer).toContain('/track 30m writing');
    await say('/track today');
    expect(await newest().innerText()).not.toContain('30m');
  });

  test('takes it back with Undo, in the place of the message, once however often it is pressed', async () => {
    await say('/track 45m #writing');
    await newest().getByRole('button', { name: 'Undo' }).dblclick();
    await newest().getByText('Undone').waitFor();
    expect(await messages().count()).toBe(1);
    expect(await newest().getByRole('button', { name: 'Undo' }).count()).toBe(0);
    await say('/track redo');
    await say('/track today');
    expect(await newest().innerText()).toContain('45m');
  });

  test('edits: an error stands at its field with what was typed, then it is saved', async () => {
    await say('/track 45m #writing');
    await newest().getByRole('button', { name: 'Edit' }).click();
    const time = dialog().getByLabel('How long, or from when to when');
    await time.fill('20 hours or so');
    await dialog().getByLabel('Note').fill('Chapter two');
    await dialog().getByRole('button', { name: 'Save' }).click();
    await dialog().getByRole('alert').first().waitFor();
    expect(await time.getAttribute('aria-invalid')).toBe('true');
    await soon(() => time.evaluate((field) => field.matches(':focus'))).toBe(true);
    expect(await dialog().getByLabel('Note').inputValue()).toBe('Chapter two');
    await time.fill('50m');
    await ana.keyboard.press('Enter');
    await dialog().waitFor({ state: 'hidden' });
    await messages().filter({ hasText: 'Chapter two' }).first().waitFor();
    await say('/track today');
    expect(await newest().innerText()).toContain('50m');
  });

  test('opens the form with /track alone, fills it in by keyboard, and the entry is there', async () => {
    await say('/track');
    await dialog().waitFor();
    await ana.keyboard.type('1h 30m');
    await dialog().getByLabel('Tags').focus();
    await ana.keyboard.type('#design');
    await ana.keyboard.press('Enter');
    await dialog().waitFor({ state: 'hidden' });
    await say('/track today');
    expect(await newest().innerText()).toMatch(/1h 30m[\s\S]*#design/);
  });

  test('closes the form with Escape, and nothing happened', async () => {
    await say('/track');
    await dialog().waitFor();
    await ana.keyboard.press('Escape');
    await dialog().waitFor({ state: 'hidden' });
    expect(await ana.locator(':focus').getAttribute('id')).toBe('composer');
    expect(await messages().count()).toBe(0);
  });

  test('writes note text that looks like mark-up, and it is shown as it was typed', async () => {
    await say('/track 10m <!channel> R&D a < b');
    expect(await newest().innerText()).toMatch(/<!channel> R&D a < b/);
  });
});

test('a second member sees nothing of the first, and has days of their own', async () => {
  await say('/track 45m #secret');
  const ben = await run.open('?member=ben');
  await say('/track today', ben);
  await say('/track list', ben);
  expect(await ben.getByRole('log').innerText()).not.toContain('secret');
  expect(await messages(ben).count()).toBe(2);
});

test('what was logged, and its message, survive a restart', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'stint-e2e-'));
  try {
    for (const visit of ['first', 'second']) {
      const again = await runPage({ dataDir, createHandler: await createStint('stint-kept') });
      const page = await again.open();
      if (visit === 'first') await say('/track 45m #writing', page);
      else
        await messages(page).filter({ hasText: 'Logged 45m' }).getByRole('button', { name: 'Undo' }).click();
      await messages(page)
        .filter({ hasText: visit === 'first' ? 'Logged 45m' : 'Undone' })
        .waitFor();
      await again.stop();
    }
  } finally {
    await rm(dataDir, { recursive: true });
  }
});
