import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { OTHER_TEAM, TEAMS } from '../../playground/slack/workspace.ts';
import { MANIFEST } from '../support/manifest.ts';
import { closeBrowser, type PageRun, runPage, soon, stopContent } from '../support/page-run.ts';
import { createStintForMany } from '../support/stint.ts';

const HEIGHT = 844;
/** One line of places and one of the header, in pixels. */
const MOST_ABOVE = 110;

let run: PageRun;
afterAll(closeBrowser);
beforeEach(async () => {
  run = await runPage({ createHandler: await createStintForMany(), manifest: MANIFEST, teams: TEAMS });
});
afterEach(() => stopContent(run));

async function bottomOf(box: Locator): Promise<number> {
  const { y, height } = (await box.boundingBox()) ?? expect.unreachable();
  return y + height;
}

async function expectToFit(page: Page, width: number): Promise<void> {
  expect(await page.locator('html').evaluate((html) => html.scrollWidth)).toBe(width);
  expect(await bottomOf(page.getByRole('main').locator('header'))).toBeLessThan(MOST_ABOVE);
  expect(await page.getByRole('button', { name: 'Inspector', exact: true }).isVisible()).toBe(true);
}

test.each([320, 390, 640, 900])(
  '%i pixels wide, the places are in one line and the header is in another',
  async (width) => {
    const page = await run.open();
    await page.setViewportSize({ width, height: HEIGHT });
    const places = page.getByRole('navigation', { name: 'Workspace', exact: true });
    for (const name of ['general', 'Stint']) {
      await places.getByRole('button', { name }).click();
      await expectToFit(page, width);
    }
    // Also where all that one sees of a member is their picture.
    await places.getByText('Cleo Okafor').click({ force: true });
    await soon(() => places.getByRole('radio', { name: 'Cleo Okafor' }).isChecked()).toBe(true);
    await page.goto(`${run.playground.url}?workspace=${OTHER_TEAM.domain}&member=dora`);
    await page.getByText('Stint is not in').first().waitFor();
    await expectToFit(page, width);
  },
);

test('two workspaces on a phone are one above the other, and each has room for its messages', async () => {
  const page = await run.open();
  await page.setViewportSize({ width: 390, height: HEIGHT });
  await page.goto(`${run.playground.url}?pair=workspaces`);
  for (const at of [0, 1]) {
    const frame = page.locator('iframe').nth(at).contentFrame();
    const header = frame.getByRole('main').locator('header');
    await header.waitFor();
    const { y } =
      (await frame
        .getByRole('textbox', { name: 'Message' })
        .or(frame.getByRole('combobox', { name: 'Message' }))
        .boundingBox()) ?? expect.unreachable();
    expect(y - (await bottomOf(header))).toBeGreaterThan(200);
  }
});
