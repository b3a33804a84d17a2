import { describe, expect, it } from 'vitest';
import { readLine } from '../../src/phrase/read-line.ts';
import { readingJson } from '../../src/phrase/reading-json.ts';
import { samples } from './samples.ts';

describe('the sample phrases', () => {
  it.each(samples)('$id reads $text as expected', ({ text, now, zone, expect: wanted }) => {
    const got = readingJson(readLine(text, { now: Date.parse(now), zone }));
    const { maxMs: _limit, kind, tags, note, ...exact } = wanted;
    if (kind !== 'any') expect(got['kind']).toBe(kind);
    if (tags !== undefined)
      expect(new Set(Array.isArray(got['tags']) ? got['tags'] : [])).toEqual(new Set(tags));
    if (note !== undefined) expect(String(got['note']).toLowerCase()).toBe(note.toLowerCase());
    expect(got).toMatchObject(exact);
  });
});
