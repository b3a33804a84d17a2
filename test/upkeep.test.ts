import { describe, expect, it } from 'vitest';
import { BUCKET_MS } from '../src/schedule.ts';
import { nextUpkeep } from '../src/upkeep.ts';

const WEEK = 7 * 86_400_000;
const NOW = Date.UTC(2026, 8, 16, 16, 5);
const member = (index: number) => ({ workspaceId: 'T1', memberId: `U0${index}` });

describe('the upkeep of a member', () => {
  it('comes once a week, always in the same quarter of an hour', () => {
    const first = nextUpkeep(member(1), NOW);
    expect(first).toBeGreaterThan(NOW);
    expect(first - NOW).toBeLessThanOrEqual(WEEK);
    expect(first % BUCKET_MS).toBe(0);
    expect(nextUpkeep(member(1), first)).toBe(first + WEEK);
    expect(nextUpkeep(member(1), first - 1)).toBe(first);
  });

  it('is spread over the week: of ten thousand members never many at once', () => {
    const counts = new Map<number, number>();
    for (let index = 0; index < 10_000; index += 1) {
      const at = nextUpkeep(member(index), NOW);
      counts.set(at, (counts.get(at) ?? 0) + 1);
    }
    // 672 quarters of an hour, so 15 on average.
    expect(Math.max(...counts.values())).toBeLessThan(45);
    expect(counts.size).toBeGreaterThan(600);
  });
});
