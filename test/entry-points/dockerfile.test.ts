import { execFile, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMPILE_CACHE } from '../support/compile-cache.ts';
import { copied, layOut, runningStage, variables, wordsOf } from '../support/dockerfile.ts';
import { outputOf } from '../support/process-output.ts';
import { type SlackApiStub, startSlackApi } from '../support/slack-api-stub.ts';
import { commandBody, SECRET, urlEvent } from '../support/slack-requests.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

describe('the Dockerfile', () => {
  it('copies files that are there and that its ignore file lets through, and no secret', () => {
    const allowed = readFileSync(join(root, '.dockerignore'), 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('!'))
      .map((line) => line.slice(1));
    for (const { from } of copied()) {
      expect(existsSync(join(root, from)), from).toBe(true);
      expect(allowed).toContain(from.split('/')[0]);
    }
    expect(readFileSync(join(root, '.dockerignore'), 'utf8').split('\n')).toContain('*');
    expect(allowed).not.toContain('.env');
  });

  it('runs the server itself, as a user without rights, with its data in a volume', () => {
    const said = Object.fromEntries(runningStage().map(({ word, rest }) => [word, rest]));
    expect(said).toMatchObject({
      USER: 'node',
      VOLUME: variables()['STINT_DATA_DIR'],
      STOPSIGNAL: 'SIGTERM',
    });
    expect(wordsOf('CMD')[0]).toBe('node');
    expect(said['FROM']).toMatch(/^node:24/);
    expect(readFileSync(join(root, '.nvmrc'), 'utf8')).toMatch(/^v?24/);
  });
});

describe('what the image holds, in a folder of its own', { timeout: 240_000 }, () => {
  let folder: string;
  let slackApi: SlackApiStub;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'image-'));
    layOut(folder);
    slackApi = await startSlackApi(new Map([['U0ANA00001', 'Europe/Madrid']]));
  });
  afterAll(async () => {
    await slackApi?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('starts, is healthy, answers, backs itself up, and ends cleanly at SIGTERM', async () => {
    const [, ...args] = wordsOf('CMD');
    const env = {
      ...COMPILE_CACHE,
      ...variables(),
      PATH: '/usr/bin:/bin',
      STINT_DATA_DIR: join(folder, 'data'),
      SLACK_SIGNING_SECRET: SECRET,
      SLACK_BOT_TOKEN: 'xoxb-test-token-of-nobody',
      SLACK_API_URL: slackApi.url,
      PORT: '0',
    };
    const server = spawn(process.execPath, args, { cwd: folder, env });
    const { until, ended } = outputOf(server);
    const port = (await until(/"listening","port":(\d+)/)).split(':').at(-1) ?? '';

    const { headers, body } = urlEvent(commandBody('45m #writing'), Date.now());
    const answer = await fetch(`http://127.0.0.1:${port}/slack/events`, {
      method: 'POST',
      headers: Object(headers),
      body: body ?? '',
    });
    expect(await answer.text()).toContain('Logged *45m*');

    const run = promisify(execFile);
    const [, ...health] = wordsOf('HEALTHCHECK');
    await run(process.execPath, health, { env: { ...env, PORT: port } });
    await expect(run(process.execPath, health, { env: { ...env, PORT: '9' } })).rejects.toThrow();
    const health200 = await fetch(`http://127.0.0.1:${port}/healthz`);
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    expect(await health200.json()).toEqual({ status: 'ok', version, table: true });

    const backup = await run(process.execPath, ['scripts/backup.ts', 'stint.backup.gz'], {
      cwd: folder,
      env,
    });
    expect(backup.stdout).toMatch(/^\d+ rows of table stint/);
    const check = await run(process.execPath, ['scripts/check-table.ts'], { cwd: folder, env });
    expect(check.stdout).toMatch(/, 0 breaks\n$/);

    const tick = await run(process.execPath, ['scripts/tick.ts'], { cwd: folder, env });
    expect(tick.stderr).toBe('');
    const restore = await run(process.execPath, ['scripts/restore.ts', 'stint.backup.gz'], {
      cwd: folder,
      env: { ...env, STINT_DATA_DIR: join(folder, 'restored') },
    });
    expect(restore.stdout).toMatch(/were written into table stint/);

    server.kill('SIGTERM');
    expect(await ended).toBe(0);
  });
});
