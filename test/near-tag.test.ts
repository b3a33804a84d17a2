import { describe, expect, it } from 'vitest';
import { nearTags, tagsInUse, withoutUnused } from '../src/near-tag.ts';

describe('a tag that is nearly another', () => {
  it.each([
    ['writting', ['writing']],
    ['writin', ['writing']],
    ['wirting', ['writing']],
    ['meetings', ['meeting']],
    ['writing', []],
    ['wriitting', []],
    ['ap', []],
    ['sprint12', []],
    ['sprimt13', ['sprint13']],
    ['писмо', ['письмо']],
  ])('%s is near %j', (typed, near) => {
    expect(nearTags(typed, ['writing', 'meeting', 'api', 'sprint13', 'письмо'])).toEqual(near);
  });

  it('is looked for among those in use: not archived, by their names of today', () => {
    const settings = [
      { tag: 'old', to: 'new', version: 1 },
      { tag: 'away', archived: true, version: 1 },
      { tag: 'plain', version: 1 },
    ] as const;
    expect(tagsInUse(settings, ['plain', 'fresh'])).toEqual(['new', 'plain', 'fresh']);
  });

  it('is none that nothing carries, where its first use would be at hand', () => {
    const settings = [
      { tag: 'undone', firstUsedAt: 20, version: 20 },
      { tag: 'carried', firstUsedAt: 20, version: 20 },
      { tag: 'older', firstUsedAt: 5, version: 30 },
      { tag: 'renamed', to: 'other', firstUsedAt: 20, version: 30 },
      { tag: 'away', archived: true, firstUsedAt: 20, version: 30 },
      { tag: 'unknown', version: 30 },
    ] as const;
    const left = withoutUnused(settings, ['carried'], (at) => at >= 10);
    expect(left.map(({ tag }) => tag)).toEqual(['carried', 'older', 'renamed', 'away', 'unknown']);
  });
});
