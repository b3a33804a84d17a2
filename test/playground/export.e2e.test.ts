import { readFile } from 'node:fs/promises';
import type { Download, Page } from 'playwright-core';
import { afterAll, afterEach, expect, test } from 'vitest';
import { MANIFEST, WITHOUT_OPTIONAL } from '../support/manifest.ts';
import { type MemberPage, memberPage } from '../support/member-page.ts';
import { closeBrowser, type PageRun, runPage, stopContent } from '../support/page-run.ts';
import { readCsv } from '../support/read-csv.ts';
import { createStint } from '../support/stint.ts';

let run: PageRun;
let ana: MemberPage;

afterAll(closeBrowser);

async function start(manifest = MANIFEST): Promise<void> {
  run = await runPage({ createHandler: await createStint(), manifest });
  ana = memberPage(await run.open());
}

afterEach(() => run.stop());

test('a report is downloaded by mouse and keyboard, and its file saved from the direct message', async () => {
  await start();
  await ana.say('/track 2h #writing first draft');
  await ana.say('/track 30m #team');
  await ana.say('/track week');
  await ana.newest().getByRole('button', { name: 'Download the entries' }).click();
  const csv = ana.newest().getByText('CSV', { exact: true }).last();
  await csv.waitFor();
  await csv.focus();
  await ana.page.keyboard.press('Enter');
  await ana.messages().filter({ hasText: 'Your file is on its way' }).waitFor();

  const dm = await run.open('?in=messages');
  const link = dm.getByRole('link', { name: /^stint-.*\.csv$/ });
  await link.waitFor();
  const byMouse = await saved(dm, () => link.click());
  await link.focus();
  const byKeyboard = await saved(dm, () => dm.keyboard.press('Enter'));
  expect(byMouse).toBe(byKeyboard);
  expect(readCsv(byMouse.slice(1)).map((cells) => cells[9])).toEqual(['Note', 'first draft', '']);
  await stopContent(run);
});

test('where the app may not upload files, the link in the answer gives the file once', async () => {
  await start(WITHOUT_OPTIONAL);
  await ana.say('/track 2h #writing first draft');
  await ana.type('/track export json');
  const link = ana.messages().getByRole('link', { name: /^Download everything as JSON$/ });
  await link.waitFor();
  const address = (await link.getAttribute('href')) ?? '';
  const text = await saved(ana.page, () => link.click());
  expect(JSON.parse(text)).toMatchObject({ entries: [{ note: 'first draft' }] });
  const again = await fetch(address);
  expect([again.status, await again.text()]).toEqual([404, expect.stringContaining('has been used')]);
  expect(run.complaints).toEqual([]);
});

/** What the browser saves when something is done. */
async function saved(page: Page, act: () => Promise<void>): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), act()]);
  return contentOf(download);
}

async function contentOf(download: Download): Promise<string> {
  return readFile(await download.path(), 'utf8');
}
