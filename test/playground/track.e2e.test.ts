import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { MANIFEST } from '../support/manifest.ts';
import { type MemberPage, memberPage } from '../support/member-page.ts';
import { closeBrowser, type PageRun, runPage, soon, stopContent } from '../support/page-run.ts';
import { createStint } from '../support/stint.ts';

let run: PageRun;
let ana: MemberPage;

afterAll(closeBrowser);
beforeEach(async () => {
  run = await runPage({ createHandler: await createStint(), manifest: MANIFEST });
  ana = memberPage(await run.open());
});
afterEach(() => stopContent(run));

describe('a member', () => {
  test('types /track 45m #writing task-12, and it is kept and confirmed', async () => {
    await ana.say('/track 45m #writing task-12');
    const confirmation = await ana.newest().innerText();
    expect(confirmation).toContain('Only visible to you');
    expect(confirmation).toMatch(/Logged 45m · today/);
    expect(confirmation).toContain('#writing · task-12');
    expect(confirmation).toContain('Today: 45m');
    await ana.say('/track 30m review');
    expect(await ana.newest().innerText()).toContain('Today: 1h 15m');
    await ana.say('/track list');
    expect(await ana.newest().innerText()).toMatch(/45m · #writing · task-12/);
  });

  test('gets a helpful answer to what cannot be read, and nothing is kept', async () => {
    await ana.say('/track writing');
    const answer = await ana.newest().innerText();
    expect(answer).toContain('/track writing');
    expect(answer).toContain('/track 30m writing');
    await ana.say('/track today');
    expect(await ana.newest().innerText()).not.toContain('30m');
  });

  test('takes it back with Undo, in the place of the message, once however often it is pressed', async () => {
    await ana.say('/track 45m #writing');
    await ana.newest().getByRole('button', { name: 'Undo' }).dblclick();
    await ana.newest().getByText('Undone').waitFor();
    expect(await ana.messages().count()).toBe(1);
    expect(await ana.newest().getByRole('button', { name: 'Undo' }).count()).toBe(0);
    await ana.say('/track redo');
    await ana.say('/track today');
    expect(await ana.newest().innerText()).toContain('45m');
  });

  test('edits: an error stands at its field with what was typed, then it is saved', async () => {
    await ana.say('/track 45m #writing');
    await ana.newest().getByRole('button', { name: 'Edit' }).click();
    const time = ana.dialog().getByLabel('How long, or from when to when');
    await time.fill('20 hours or so');
    await ana.dialog().getByLabel('Note').fill('Chapter two');
    await ana.dialog().getByRole('button', { name: 'Save' }).click();
    await ana.dialog().getByRole('alert').first().waitFor();
    expect(await time.getAttribute('aria-invalid')).toBe('true');
    await soon(() => time.evaluate((field) => field.matches(':focus'))).toBe(true);
    expect(await ana.dialog().getByLabel('Note').inputValue()).toBe('Chapter two');
    await time.fill('50m');
    await ana.page.keyboard.press('Enter');
    await ana.dialog().waitFor({ state: 'hidden' });
    await ana.messages().filter({ hasText: 'Chapter two' }).first().waitFor();
    await ana.say('/track today');
    expect(await ana.newest().innerText()).toContain('50m');
  });

  test('opens the form with /track alone, fills it in by keyboard, and the entry is there', async () => {
    await ana.sayForForm('/track');
    await ana.page.keyboard.type('1h 30m');
    await ana.dialog().getByLabel('Tags').focus();
    await ana.page.keyboard.type('#design');
    await ana.page.keyboard.press('Enter');
    await ana.dialog().waitFor({ state: 'hidden' });
    await ana.say('/track today');
    expect(await ana.newest().innerText()).toMatch(/1h 30m[\s\S]*#design/);
  });

  test('closes the form with Escape, and nothing happened', async () => {
    await ana.sayForForm('/track');
    await ana.page.keyboard.press('Escape');
    await ana.dialog().waitFor({ state: 'hidden' });
    expect(await ana.page.locator(':focus').getAttribute('id')).toBe('composer');
    expect(await ana.messages().count()).toBe(0);
  });

  test('writes note text that looks like mark-up, and it is shown as it was typed', async () => {
    await ana.say('/track 10m <!channel> R&D a < b');
    expect(await ana.newest().innerText()).toMatch(/<!channel> R&D a < b/);
  });
});

test('a second member sees nothing of the first, and has days of their own', async () => {
  await ana.say('/track 45m #secret');
  const ben = memberPage(await run.open('?member=ben'));
  await ben.say('/track today');
  await ben.say('/track list');
  expect(await ben.page.getByRole('log').innerText()).not.toContain('secret');
  expect(await ben.messages().count()).toBe(2);
});

test('what was logged, and its message, survive a restart', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'stint-e2e-'));
  try {
    for (const visit of ['first', 'second']) {
      const again = await runPage({ dataDir, createHandler: await createStint('stint-kept') });
      const page = memberPage(await again.open());
      if (visit === 'first') await page.say('/track 45m #writing');
      else
        await page.messages().filter({ hasText: 'Logged 45m' }).getByRole('button', { name: 'Undo' }).click();
      await page
        .messages()
        .filter({ hasText: visit === 'first' ? 'Logged 45m' : 'Undone' })
        .waitFor();
      await again.stop();
    }
  } finally {
    await rm(dataDir, { recursive: true });
  }
});
