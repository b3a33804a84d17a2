import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';

const sample = z.object({
  id: z.string(),
  text: z.string(),
  now: z.string(),
  zone: z.string(),
  expect: z.looseObject({
    kind: z.string(),
    maxMs: z.exactOptional(z.number()),
    tags: z.exactOptional(z.array(z.string())),
    note: z.exactOptional(z.string()),
  }),
});

/** The sixty sample phrases with their expected readings. */
export const samples = z
  .array(sample)
  .parse(JSON.parse(readFileSync(new URL('../fixtures/phrases.sample.json', import.meta.url), 'utf8')));
