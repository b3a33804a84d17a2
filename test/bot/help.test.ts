import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { lintMessage } from '../../playground/block-kit/lint.ts';
import { HELP, help } from '../../src/bot/commands/help.ts';
import { nearCommand } from '../../src/bot/messages/near-command.ts';
import { readLine } from '../../src/phrase/read-line.ts';

const context = { now: Date.UTC(2026, 8, 16, 16, 5), zone: 'Europe/Madrid' };
const examples = HELP.flatMap(({ lines, more = [] }) => [...lines, ...more].map(({ example }) => example));
const words = HELP.flatMap(({ asked }) => asked);
const read = (path: string) => readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8');

const answered = () =>
  [...read('src/bot/commands/run-command.ts').matchAll(/case '([^']+)'/g)].map(([, name = '']) => name);

describe('help', () => {
  it.each(examples)('shows a line that works: %s', (example) => {
    expect(['log', 'command']).toContain(readLine(example, context).kind);
  });

  it('lists every command that is answered, and none that is not', () => {
    const listed = examples.flatMap((example) => {
      const reading = readLine(example, context);
      return reading.kind === 'command' ? [reading.command.name] : [];
    });
    expect(answered().sort()).toEqual([...new Set(listed)].sort());
  });

  it.each(examples.filter((example) => /^[a-z]{4,}( |$)/.test(example) && example.split(' ').length <= 3))(
    'is given where a finger slipped in %s',
    (example) => {
      const [first = '', ...rest] = example.split(' ');
      const slipped = [first.slice(0, 2), first[3], first[2], first.slice(4)].join('');
      // Two equal letters changed their places.
      if (slipped === first) return;
      expect(nearCommand([slipped, ...rest].join(' '))).toBe(example.toLowerCase());
    },
  );

  it.each(['taskk', 'blah', 'sta', 'undo', 'undoo the last three things', 'misunderstanding'])(
    'is not given for %s as a line that would not work',
    (text) => {
      const near = nearCommand(text);
      if (near !== undefined) expect(readLine(near, context).kind).toBe('command');
    },
  );

  it('is told in the README too', () => {
    const readme = read('README.md');
    const named = [
      'start',
      'stop',
      'switch',
      'status',
      'cancel',
      'resume',
      'edit',
      'delete',
      'today',
      'week',
      'yesterday',
      'month',
      'report',
      'list',
      'tags',
      'tag rename',
      'tag merge',
      'tag archive',
      'tag unarchive',
      'note',
      'notes',
      'undo',
      'redo',
      'task new',
      'tasks',
      'settings',
      'help',
    ];
    expect(
      named.filter((word) => !readme.includes(`\`${word}`) && !readme.includes(`/track ${word}`)),
    ).toEqual([]);
  });

  it('fits Slack’s limits and one screen', async () => {
    const message = await help();
    expect(lintMessage(message)).toEqual([]);
    expect(message.text.split('\n').length).toBeLessThan(36);
  });

  it.each(words)('about %s is asked for by that word, and has its own page', async (word) => {
    expect(readLine(`help ${word}`, context)).toMatchObject({ command: { name: 'help', topic: word } });
    const topic = HELP.find(({ asked }) => asked.includes(word));
    const page = await help(word);
    expect(lintMessage(page)).toEqual([]);
    expect(page.text.split('\n')[0]).toBe(`*${topic?.title}*`);
    expect(page.text.split('\n').length).toBeLessThan(25);
  });

  it('asked for by two topics is found in one', () => {
    expect(new Set(words).size).toBe(words.length);
  });

  it('names each topic on its main page, and tells it to those who ask for one that is not there', async () => {
    const main = await help();
    for (const { asked } of HELP) expect(main.text).toContain(`\`${asked[0]}\``);
    expect(await help('import')).toEqual(main);
  });
});
