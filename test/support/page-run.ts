import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import { type Page as Bundle, buildPage } from '../../playground/page.ts';
import { type Playground, type PlaygroundOptions, startPlayground } from '../../playground/start.ts';
import { launchBrowser } from './browser.ts';

export type PageRun = {
  readonly playground: Playground;
  /** A window of its own, as another person's machine would have. */
  readonly open: (address?: string) => Promise<Page>;
  /** What the browser complained about, which should be nothing. */
  readonly complaints: readonly string[];
  readonly stop: () => Promise<void>;
};

/** Longer than anything takes: only what never comes fails by it, before the test itself is given up. */
const LONGEST_MS = 25_000;

let browser: Promise<Browser> | undefined;
let bundle: Promise<Bundle> | undefined;

/**
 * A playground and a browser that looks at it. Browser and bundle are shared by the tests of a file. The machine's
 * speed decides nothing: Slack's clock stands still, so that no trigger expires, and Slack waits as long as a test may.
 */
export async function runPage(options: Omit<PlaygroundOptions, 'port' | 'page'>): Promise<PageRun> {
  browser ??= launchBrowser();
  bundle ??= buildPage();
  const [own, page] = await Promise.all([browser, bundle]);
  const started = Date.now();
  const playground = await startPlayground({
    now: () => started,
    patienceMs: LONGEST_MS,
    ...options,
    port: 0,
    page,
  });
  const contexts = new Set<{ close: () => Promise<void> }>();
  const complaints: string[] = [];
  return {
    playground,
    complaints,
    async open(address = '') {
      const context = await own.newContext({ viewport: { width: 1200, height: 800 } });
      contexts.add(context);
      context.setDefaultTimeout(LONGEST_MS);
      const page = await context.newPage();
      page.on('pageerror', (error) => complaints.push(String(error)));
      page.on('console', (message) => {
        // A press on what has just gone is answered with 404, which the browser notes by itself.
        const isStatus = message.text().startsWith('Failed to load resource');
        if (message.type() === 'error' && !isStatus) complaints.push(message.text());
      });
      await page.goto(playground.url + address);
      await page
        .getByRole('textbox', { name: 'Message' })
        .or(page.getByRole('combobox', { name: 'Message' }))
        .waitFor();
      return page;
    },
    async stop() {
      await Promise.all([...contexts].map((context) => context.close()));
      await playground.stop();
    },
  };
}

/** Stops a run in which neither the browser nor Slack had anything to complain about. */
export async function stopContent({ playground, complaints, stop }: PageRun): Promise<void> {
  const failed = playground.slack.log.entries().filter((entry) => entry.failed || entry.problems.length > 0);
  await stop();
  expect(complaints).toEqual([]);
  expect(failed).toEqual([]);
}

/** Ends the browser that the tests of a file shared. */
export async function closeBrowser(): Promise<void> {
  await (await browser)?.close();
  browser = undefined;
}

/** Expects something to become so before long, on a busy machine too. */
export function soon<T>(read: () => T | Promise<T>) {
  return expect.poll(read, { timeout: LONGEST_MS });
}
