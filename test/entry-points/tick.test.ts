import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tick-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function tick(...args: string[]) {
  const env = {
    PATH: process.env['PATH'] ?? '',
    SLACK_SIGNING_SECRET: 'a-secret-of-nobody',
    SLACK_BOT_TOKEN: 'xoxb-test-token-of-nobody',
    SLACK_API_URL: 'http://127.0.0.1:9/',
    STINT_DATA_DIR: folder,
  };
  const run = promisify(execFile)(process.execPath, ['scripts/tick.ts', ...args], { cwd: root, env });
  return run.then(
    ({ stdout }) => ({ code: 0, said: stdout.trim() }),
    ({ code, stderr }) => ({ code, said: `${stderr}`.trim() }),
  );
}

describe('npm run tick', () => {
  it('does all that is due by a moment, and says how much that was', async () => {
    expect(await tick('--at', '2026-09-21T07:00:00Z')).toEqual({
      code: 0,
      said: '0 done by 2026-09-21T07:00:00Z',
    });
  });

  it('says how to write the moment', async () => {
    const { code, said } = await tick('--at', 'monday');
    expect(code).toBe(2);
    expect(said).toBe('--at monday is no instant: write it as 2026-09-21T07:00:00Z, with its offset.');
  });
});
