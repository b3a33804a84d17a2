import { existsSync, globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ALARMS } from '../../scripts/synth/alarm-rules.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string) => readFileSync(`${root}${path}`, 'utf8');
const page = read('docs/operations.md');
const sources = globSync(['src/**/*.ts', 'sst.config.ts', 'infra/*.ts', 'scripts/*.ts'], { cwd: root });
const code = sources.map(read).join('\n');

/** The first group of every match. */
const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, found = '']) => found);

/** The names in backticks in the first column of a chapter's table. */
function named(chapter: string): readonly string[] {
  const [, text = ''] = page.split(`\n## ${chapter}\n`);
  const rows = (text.split('\n## ')[0] ?? '').split('\n').filter((line) => line.startsWith('| `'));
  return rows.flatMap((row) => all(row.split(' | ')[0] ?? '', /`([^`]+)`/g));
}

describe('docs/operations.md', () => {
  it('names every variable that is read, and none that is not', () => {
    const example = all(read('.env.example'), /^#?([A-Z_]+)=/gm);
    expect(example.filter((name) => !named('Settings').includes(name))).toEqual([]);
    const used = [...new Set([...named('Settings'), ...all(page, /\b([A-Z]+_[A-Z_]*[A-Z])\b/g)])].filter(
      (name) => name !== 'AWS_REGION',
    );
    expect(used.filter((name) => !new RegExp(`\\b${name}\\b`).test(code))).toEqual([]);
  });

  it('names scripts and files that are there', () => {
    const { scripts } = JSON.parse(read('package.json'));
    expect(all(page, /npm run ([a-z-]+)/g).filter((name) => !(name in scripts))).toEqual([]);
    const links = all(page, /\]\((\.\.\/)?[a-zA-Z./-]*\)/g).length;
    expect(links).toBeGreaterThan(3);
    const files = all(page, /\]\(([^)#]+)(?:#[^)]*)?\)/g).map((path) =>
      path.replace(/^(?!\.\.\/)/, 'docs/').replace(/^\.\.\//, ''),
    );
    expect(files.filter((path) => !existsSync(`${root}${path}`))).toEqual([]);
  });

  it('has every chapter in its list, in their order', () => {
    const chapters = all(page, /^## (.+)$/gm);
    expect(all(page, /^- \[(.+)\]\(#/gm)).toEqual(chapters);
    const anchors = all(page, /^- \[.+\]\(#([^)]+)\)$/gm);
    expect(anchors).toEqual(chapters.map((title) => title.toLowerCase().replaceAll(' ', '-')));
  });

  it('says of every alarm that is put up what it means, and of no other', () => {
    // `npm run synth -- --check` holds the same list against what is put up.
    expect(named('Alarms').toSorted()).toEqual([...ALARMS.keys(), 'Costs'].toSorted());
  });

  it('names lines of the log and metrics that are written', () => {
    const events = [
      'request refused',
      'settings',
      'socket not opened',
      'errand lost',
      'row left out',
      'job failed',
    ];
    for (const event of events) {
      expect(page).toContain(`\`${event}\``);
      expect(code).toContain(`event: '${event}'`);
    }
    const [, chapter = ''] = page.split('\n## Metrics\n');
    const metrics = all(chapter.split('\n## ')[0] ?? '', /`((?:Errands)?[A-Z][a-z]+[A-Z]?\w*)`/g);
    expect(metrics.filter((name) => !['Stint', 'Function', 'Command'].includes(name)).length).toBeGreaterThan(
      8,
    );
    const emitted = read('src/entry-points/metrics.ts');
    expect(metrics.filter((name) => !new RegExp(`\\b${name}\\b`).test(emitted) && name !== 'Errors')).toEqual(
      [],
    );
  });

  it('quotes what the code says, to the letter', () => {
    for (const words of [
      'Slack refuses SLACK_APP_TOKEN',
      'The table engine did not start: ',
      'Another process has been starting the table engine for 20 s',
      'There is no embedded table engine',
      'Stint is not fully set up yet',
      'can’t be used',
    ]) {
      expect(page).toContain(words.trim());
      expect(code).toContain(words);
    }
  });
});
