import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startEngine } from '../../src/entry-points/embedded-engine.ts';
import { FIRST_SETTINGS } from '../../src/member.ts';
import { nextDue } from '../../src/schedule.ts';
import { createClient } from '../../src/store/client.ts';
import { ensureTable } from '../../src/store/ensure-table.ts';
import { logEntries } from '../../src/store/log-entries.ts';
import { writeFirstUse } from '../../src/store/prefs.ts';
import { createStore } from '../../src/store/store.ts';
import { isoOf, localDateOf } from '../../src/time.ts';
import { COMPILE_CACHE } from '../support/compile-cache.ts';
import { freshStore } from '../support/engine.ts';
import { ADA, BOB, content } from '../support/samples.ts';

/** Starting a process and an engine takes a while on a busy machine. */
const LONGEST_MS = 60_000;

const DAY_MS = 86_400_000;
const SETTINGS = { ...FIRST_SETTINGS, zone: 'Europe/Madrid' };
/** The script goes by the real clock but for `--at`. */
const NOW = Math.floor(Date.now() / 1000) * 1000;
const MONDAY = nextDue('digest', SETTINGS, NOW) ?? NOW;

const root = fileURLToPath(new URL('../..', import.meta.url));
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tick-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function tick(...args: string[]) {
  const env = {
    PATH: process.env['PATH'] ?? '',
    ...COMPILE_CACHE,
    SLACK_SIGNING_SECRET: 'a-secret-of-nobody',
    SLACK_BOT_TOKEN: 'xoxb-test-token-of-nobody',
    SLACK_API_URL: 'http://127.0.0.1:2/',
    STINT_DATA_DIR: folder,
  };
  const run = promisify(execFile)(process.execPath, ['scripts/tick.ts', ...args], { cwd: root, env });
  return run.then(
    ({ stdout }) => ({ code: 0, said: stdout.trim() }),
    ({ code, stderr }) => ({ code, said: `${stderr}`.trim() }),
  );
}

describe('npm run tick', { timeout: LONGEST_MS }, () => {
  it('says that nothing is due', async () => {
    expect(await tick('--at', isoOf(NOW))).toEqual({
      code: 0,
      said: `Nothing is due by ${isoOf(NOW)}.`,
    });
  });

  it('does all that is due by a moment, and says whose, what, when and how it went', async () => {
    const engine = await startEngine({ dataDir: folder });
    try {
      const client = createClient({ endpoint: engine.endpoint });
      await ensureTable(client, 'stint');
      const store = createStore({ ...(await freshStore({ now: () => NOW })), client, table: 'stint' });
      await writeFirstUse(store, ADA, 'first', SETTINGS);
      await logEntries(store, ADA, 'log', [content({ date: localDateOf(MONDAY - DAY_MS, SETTINGS.zone) })]);
      await writeFirstUse(store, BOB, 'first', SETTINGS);
    } finally {
      await engine.stop();
    }
    const { code, said } = await tick('--at', isoOf(MONDAY));
    const lines = said.split('\n').filter((line) => !line.startsWith('{') && !line.includes('upkeep'));
    expect(code).toBe(0);
    // Nothing listens where this test looks for Slack.
    expect(lines.toSorted()).toEqual([
      expect.stringMatching(
        /^By .*Z: .*1 later.*\. That moment is still to come: what was done early is not/,
      ),
      `U1 in T1: digest, due ${isoOf(MONDAY)}: not yet (Slack could not be reached), in 60 s`,
      `U2 in T1: digest, due ${isoOf(MONDAY)}: skipped (empty)`,
    ]);
  });

  it('says how to write the moment', async () => {
    const { code, said } = await tick('--at', 'monday');
    expect(code).toBe(2);
    expect(said).toBe('--at monday is no instant: write it as 2026-09-21T07:00:00Z, with its offset.');
  });

  it.each([['--at'], ['--foo'], ['--at=2026-09-21T07:00:00Z', 'monday']])(
    'says which option there is, given %s',
    async (...args) => {
      const { code, said } = await tick(...args);
      expect(code).toBe(2);
      expect(said).toBe(
        'There is one option, `npm run tick -- --at <instant>`: write it as 2026-09-21T07:00:00Z, with its offset.',
      );
    },
  );
});
