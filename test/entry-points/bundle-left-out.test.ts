import { globSync, readFileSync } from 'node:fs';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleOptions } from '../../scripts/bundle.ts';
import { leaveOut } from '../../scripts/bundle-unused.ts';
import { readEntries } from '../../src/store/read-entries.ts';
import { type BundledSlack, startBundledSlack } from '../support/bundled-slack.ts';
import { commandBody, urlEvent } from '../support/slack-requests.ts';

const NOW = Date.UTC(2026, 8, 16, 16, 5);
const ANA = { workspaceId: 'T000000001', memberId: 'U0ANA00001' };

describe('a bundle, which has six of chrono’s parsers and refiners', () => {
  let slack: BundledSlack;
  beforeAll(async () => {
    slack = await startBundledSlack(new Map([[ANA.memberId, 'Europe/Madrid']]));
  });
  afterAll(() => slack?.stop());

  it.each([
    ['2026-03-12', '2026-03-12'],
    ['2026/03/11', '2026-03-11'],
    ['10 march', '2026-03-10'],
    ['9th march', '2026-03-09'],
    ['march 8', '2026-03-08'],
    ['mar 7th, 2026', '2026-03-07'],
    ['25/2/2026', '2026-02-25'],
    ['2/24/2026', '2026-02-24'],
    ['last friday', '2026-09-11'],
    ['3 days ago', '2026-09-13'],
    ['yesterday', '2026-09-15'],
  ])('reads “%s” as %s', async (written, date) => {
    const line = commandBody(`1h ${written} read`, { trigger_id: `day.${date}` });
    const answer = await slack.lambda.send(urlEvent(line, NOW), NOW);
    const { entries } = await readEntries(slack.store, ANA, { since: date, until: date });
    expect(entries, answer.body).toMatchObject([{ seconds: 3600, note: 'read', date }]);
  });
});

describe('what is left out of a package', () => {
  it('fails the build where its importer has changed', async () => {
    const bolt = build({
      ...bundleOptions,
      stdin: { contents: "import '@slack/bolt'", resolveDir: bundleOptions.absWorkingDir },
      plugins: [leaveOut({ '@slack/bolt/dist/App.js': ['./receivers/HTTPReceiver', './receivers/Gone'] })],
      write: false,
    });
    await expect(bolt).rejects.toThrow('@slack/bolt/dist/App.js does not import ./receivers/Gone');
  });

  it('is asked for by no code of ours: uploads, streamed messages, steps of workflows', () => {
    const sources = globSync('src/**/*.ts', { cwd: bundleOptions.absWorkingDir });
    const asking = sources.filter((path) =>
      /uploadV2|chatStream|sayStream|app\.function/i.test(
        readFileSync(`${bundleOptions.absWorkingDir}${path}`, 'utf8'),
      ),
    );
    expect(sources.length).toBeGreaterThan(100);
    expect(asking).toEqual([]);
  });
});
