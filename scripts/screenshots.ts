import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { startPlayground } from '../playground/start.ts';
import { connectBot, realEffects } from '../src/entry-points/connect.ts';
import { startEngine } from '../src/entry-points/embedded-engine.ts';
import { createClient } from '../src/store/client.ts';
import { ensureTable } from '../src/store/ensure-table.ts';
import { launchBrowser } from '../test/support/browser.ts';

/** `npm run screenshots`: the pictures of README and guide, made of the playground as it is. Wednesday, 18:05 in Madrid. */
const NOW = Date.UTC(2026, 8, 16, 16, 5);
const TABLE = 'screenshots';
const folder = fileURLToPath(new URL('../docs/images', import.meta.url));

const engine = await startEngine();
const client = createClient({ endpoint: engine.endpoint });
await ensureTable(client, TABLE);
const browser = await launchBrowser();
const playground = await startPlayground({
  port: 0,
  now: () => NOW,
  createHandler: ({ fetch, ...settings }) =>
    connectBot(
      { ...settings, table: TABLE, dynamodbEndpoint: engine.endpoint },
      { ...realEffects, now: () => NOW, fetch, log: () => undefined },
    ),
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
  const page = await browser.newPage({ viewport: { width: 1120, height: 800 }, timezoneId: 'Europe/Madrid' });
  await page.goto(playground.url);
  const field = page.getByRole('combobox', { name: 'Message' });
  const articles = page.getByRole('log').getByRole('article');
  const say = async (line: string) => {
    const before = await articles.count();
    await field.fill(line);
    await page.keyboard.press('Enter');
    await articles.nth(before).waitFor();
  };
  const picture = async (name: string) => {
    // The page scrolls to what is new in its own time.
    await page.waitForTimeout(400);
    await page.screenshot({ path: `${folder}/${name}.png` });
  };

  await field.waitFor();
  await say('/track 45m #writing task-12');
  await say('/track 9:30-11 standup with Kim #team');
  await say('/track 1h tomorrow #writing');
  await picture('playground');

  await field.fill('/track');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  await picture('log-form');
  await page.keyboard.press('Escape');

  await say('/track 12 pages #reading 40m');
  await say('/track list');
  await picture('list');
}
