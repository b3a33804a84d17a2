import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readLine } from '../../src/phrase/read-line.ts';
import { readingJson } from '../../src/phrase/reading-json.ts';
import { COMPILE_CACHE } from '../support/compile-cache.ts';
import { samples } from './samples.ts';

const SCRIPT = fileURLToPath(new URL('../../scripts/parse.ts', import.meta.url));
const NOW = '2026-09-16T21:05:00Z';
const ZONE = 'America/New_York';

function parse(options: readonly string[], input = '', machineZone = 'UTC') {
  const env = { ...process.env, ...COMPILE_CACHE, TZ: machineZone };
  return spawnSync(process.execPath, [SCRIPT, ...options], { input, env, encoding: 'utf8', timeout: 60_000 });
}

describe('npm run parse', () => {
  it('prints the reading of one text as one JSON object', () => {
    const { stdout, status } = parse(['--now', NOW, '--zone', ZONE, '45m #writing task-12']);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toEqual({
      kind: 'log',
      seconds: 2700,
      localDate: '2026-09-16',
      tags: ['writing'],
      task: 'task-12',
    });
  });

  it.each([[['--', '-1h']], [['-1h']]])('takes a text that begins with a dash: %j', (text) => {
    expect(JSON.parse(parse(['--now', NOW, '--zone', ZONE, ...text]).stdout)).toMatchObject({
      kind: 'error',
      reason: 'negative',
    });
  });

  it.each([
    [['--zone', ZONE, '1h']],
    [['--now', 'soon', '--zone', ZONE, '1h']],
    [['--now', NOW, '--zone', 'Mars/Olympus', '1h']],
    [['--now', NOW, '--zone', ZONE]],
    [['--now', NOW, '--zone', ZONE, '1h', '2h']],
    [['--nope']],
  ])('ends with 2 and says what is wrong with %j', (options) => {
    const { status, stderr, stdout } = parse(options);
    expect(status).toBe(2);
    expect(stderr).toContain('usage:');
    expect(stdout).toBe('');
  });

  it('answers each JSON line in order, a broken one with an error', () => {
    const input = `${JSON.stringify({ text: '1h', now: NOW, zone: ZONE })}\n{nope\n${JSON.stringify({ text: '2h', now: 'x', zone: ZONE })}\n[]\n${JSON.stringify({ text: 'undo', now: NOW, zone: ZONE })}\n`;
    const { stdout, status } = parse(['--jsonl'], input);
    expect(status).toBe(0);
    expect(
      stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).kind),
    ).toEqual(['log', 'error', 'error', 'error', 'command']);
  });

  it.each(['UTC', 'America/Los_Angeles', 'Pacific/Kiritimati'])(
    'reads the same with the machine in %s',
    (machineZone) => {
      const input = samples.map(({ text, now, zone }) => JSON.stringify({ text, now, zone })).join('\n');
      const answers = parse(['--jsonl'], input, machineZone)
        .stdout.trim()
        .split('\n')
        .map((line) => JSON.parse(line));
      const expected = samples.map(({ text, now, zone }) =>
        readingJson(readLine(text, { now: Date.parse(now), zone })),
      );
      expect(answers).toEqual(JSON.parse(JSON.stringify(expected)));
    },
  );
});
