import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';

/** A line and what it is read against. */
export type Line = { readonly text: string; readonly now: number; readonly zone: string };

const sample = z.object({
  text: z.string(),
  now: z.string(),
  zone: z.string(),
  // `maxMs` marks a line that is meant to hang its reader.
  expect: z.object({ maxMs: z.exactOptional(z.number()) }),
});
const samples = new URL('../test/fixtures/phrases.sample.json', import.meta.url);

const AMOUNTS = [
  '45m',
  '1h30',
  '1.5h',
  '2h 15m',
  'an hour',
  'half an hour',
  '90 min',
  '9:30-11',
  '2pm-3:15pm',
  '12 pages',
];
const DAYS = [
  '',
  'yesterday',
  'last friday',
  'on monday',
  'sep 2',
  '3 days ago',
  'this morning',
  'on the 10th',
];
const SUBJECTS = [
  '#writing',
  '#meeting task-12 weekly planning',
  'reviewed the draft of the second chapter with Ana',
  'task-7 fixing the login bug #backend #urgent',
  'called 2 clients about the march invoice',
];

/** The sample phrases but for the hostile, and two hundred ordinary lines: every amount with every second subject and day, and so on round. */
export function corpus(): readonly Line[] {
  const now = Date.UTC(2026, 8, 16, 21, 5);
  const ordinary = Array.from({ length: 200 }, (_, index): Line => {
    const amount = AMOUNTS[index % AMOUNTS.length];
    const day = DAYS[Math.floor(index / AMOUNTS.length) % DAYS.length];
    const subject = SUBJECTS[Math.floor(index / 3) % SUBJECTS.length];
    return {
      text: [amount, day, subject].filter((part) => part !== '').join(' '),
      now,
      zone: 'America/New_York',
    };
  });
  return [...sampleLines(false), ...ordinary];
}

/** The sample phrases that are meant to hang their reader: bare chrono needs half a minute for one of 79 characters. */
export function hostileLines(): readonly Line[] {
  return sampleLines(true);
}

function sampleLines(hostile: boolean): readonly Line[] {
  const given = z.array(sample).parse(JSON.parse(readFileSync(samples, 'utf8')));
  return given
    .filter(({ expect }) => (expect.maxMs !== undefined) === hostile)
    .map(({ text, now, zone }) => ({ text, now: Date.parse(now), zone }));
}
