import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { readLine } from '../src/phrase/read-line.ts';
import type { ReadContext } from '../src/phrase/reading.ts';
import { readingJson } from '../src/phrase/reading-json.ts';
import { instantFromIso, isZone } from '../src/time.ts';

const USAGE =
  'usage: npm run --silent parse -- --now <ISO instant> --zone <IANA zone> "<text>"\n' +
  '       npm run --silent parse -- --jsonl   (lines of {"text", "now", "zone"} on standard input)';

const knownZones = new Map<string, boolean>();

await main(process.argv.slice(2));

/** Prints the reading of one line, or with `--jsonl` of each line of standard input, as JSON. */
async function main(given: readonly string[]): Promise<void> {
  const options = optionsOf(given);
  if (options.jsonl) return readLines();
  if (options.texts.length !== 1) return fail('give one text, in quotes');
  const context = contextOf(options.now, options.zone);
  if (typeof context === 'string') return fail(context);
  process.stdout.write(`${JSON.stringify(readingJson(readLine(options.texts[0] ?? '', context)))}\n`);
}

type Options = {
  readonly jsonl: boolean;
  readonly now: unknown;
  readonly zone: unknown;
  readonly texts: readonly string[];
};

function optionsOf(given: readonly string[]): Options {
  try {
    const { values, positionals } = parseArgs({
      args: withTextApart(given),
      allowPositionals: true,
      options: { now: { type: 'string' }, zone: { type: 'string' }, jsonl: { type: 'boolean' } },
    });
    return { jsonl: values.jsonl === true, now: values.now, zone: values.zone, texts: positionals };
  } catch (error) {
    return fail(error instanceof Error ? error.message : 'unknown option');
  }
}

/** The text comes last and may begin with a dash (`-30m`), which is no option then. */
function withTextApart(given: readonly string[]): string[] {
  const last = given.at(-1) ?? '';
  const isText = /^-(?!-(?:now|zone|jsonl)\b)./.test(last) && !given.includes('--');
  return isText ? [...given.slice(0, -1), '--', last] : [...given];
}

/** What `now` and `zone` make, or what is wrong with them. */
function contextOf(now: unknown, zone: unknown): ReadContext | string {
  const instant = typeof now === 'string' ? instantFromIso(now) : undefined;
  if (instant === undefined) return '--now is an ISO instant, such as 2026-09-16T21:05:00Z';
  if (typeof zone !== 'string' || !isKnownZone(zone))
    return '--zone is an IANA time zone, such as Europe/Berlin';
  return { now: instant, zone };
}

/** Asking for a zone takes longer than reading a line in it. */
function isKnownZone(zone: string): boolean {
  const known = knownZones.get(zone) ?? isZone(zone);
  knownZones.set(zone, known);
  return known;
}

async function readLines(): Promise<void> {
  let answers = '';
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === '') continue;
    answers += `${JSON.stringify(answer(line))}\n`;
    if (answers.length > 65_536) {
      process.stdout.write(answers);
      answers = '';
    }
  }
  process.stdout.write(answers);
}

function answer(line: string): unknown {
  const given = recordOf(line);
  if (typeof given?.['text'] !== 'string')
    return refusal('each line is a JSON object with "text", "now" and "zone"');
  const context = contextOf(given['now'], given['zone']);
  return typeof context === 'string' ? refusal(context) : readingJson(readLine(given['text'], context));
}

function recordOf(line: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const parsed: unknown = JSON.parse(line);
    return typeof parsed === 'object' && parsed !== null ? { ...parsed } : undefined;
  } catch {
    return undefined;
  }
}

function refusal(message: string) {
  return { kind: 'error', reason: 'invalid', message };
}

function fail(message: string): never {
  process.stderr.write(`${message}\n${USAGE}\n`);
  process.exit(2);
}
