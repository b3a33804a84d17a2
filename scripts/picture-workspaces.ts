import type { Page } from 'playwright-core';
import { OTHER_TEAM } from '../playground/slack/workspace.ts';

/** Waits until both of two that are seen side by side have something to show. */
export async function bothShown(page: Page): Promise<void> {
  for (const at of [0, 1]) {
    const frame = page.locator('iframe').nth(at).contentFrame();
    await frame.getByRole('log').getByRole('article').last().waitFor();
  }
}

/** The picture of two workspaces side by side, once the second one has let the app in. */
export async function pictureWorkspaces(
  page: Page,
  url: string,
  picture: (name: string) => Promise<void>,
): Promise<void> {
  const field = page.getByRole('combobox', { name: 'Message' });
  const articles = page.getByRole('log').getByRole('article');
  const other = `${url}?workspace=${OTHER_TEAM.domain}&member=dora`;
  await page.goto(other);
  await field.waitFor();
  await page.goto(`${url}install`);
  await page.getByRole('link', { name: 'Add to Slack' }).click();
  await page.getByRole('button', { name: 'Allow' }).click();
  await page.getByRole('link', { name: 'Open Slack' }).waitFor();
  await page.goto(other);
  for (const line of ['/track task new Spring catalogue', '/track 1h 15m task-1 #layout']) {
    const before = await articles.count();
    await field.fill(line);
    await page.keyboard.press('Enter');
    await articles.nth(before).waitFor();
  }
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(`${url}?pair=workspaces`);
  await bothShown(page);
  await picture('workspaces');
}
