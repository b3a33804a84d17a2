import { describe, expect, it } from 'vitest';
import { tagMoves } from '../src/tag-change.ts';
import { namesInForce, type TagSettings, tagsInForce } from '../src/tag-names.ts';

const renamed = (tag: string, to: string, version = 1): TagSettings => ({ tag, to, version });

describe('the name in force', () => {
  it.each([
    ['of a tag without settings is its own', [], 'a', 'a'],
    ['of a renamed tag is the new one', [renamed('a', 'b')], 'a', 'b'],
    ['follows every rename there was', [renamed('a', 'b'), renamed('b', 'c'), renamed('c', 'd')], 'a', 'd'],
    ['of a new name is that name', [renamed('a', 'b')], 'b', 'b'],
    ['of a tag renamed to itself is its own', [renamed('a', 'a')], 'a', 'a'],
  ] as const)('%s', (_name, settings, tag, expected) => {
    expect(namesInForce(settings)(tag)).toBe(expected);
  });

  it('in a circle is what the newest rename says, wherever one comes from', () => {
    const names = namesInForce([
      renamed('a', 'b', 5),
      renamed('b', 'c', 7),
      renamed('c', 'a', 6),
      renamed('x', 'a'),
    ]);
    expect(['a', 'b', 'c', 'x'].map(names)).toEqual(['c', 'c', 'c', 'c']);
  });

  it('of several tags is told once each', () => {
    const names = namesInForce([renamed('a', 'b')]);
    expect(tagsInForce(['c', 'a', 'b', 'a'], names)).toEqual(['c', 'b']);
  });
});

describe('a change of tags', () => {
  it('renames there and back into one clean state', () => {
    const there = settle([], { kind: 'rename', from: 'a', to: 'b' });
    expect(there).toEqual([{ tag: 'a', to: 'b', version: 0 }]);
    const back = settle(there, { kind: 'rename', from: 'b', to: 'a' });
    expect(back).toEqual([
      { tag: 'a', version: 0 },
      { tag: 'b', to: 'a', version: 0 },
    ]);
  });

  it('takes an archived tag’s state along to its new name, and merges it away', () => {
    const archived: TagSettings = { tag: 'a', archived: true, version: 1 };
    expect(settle([archived], { kind: 'rename', from: 'a', to: 'b' })).toEqual([
      { tag: 'a', to: 'b', version: 1 },
      { tag: 'b', archived: true, version: 0 },
    ]);
    expect(settle([archived], { kind: 'merge', from: 'a', to: 'b' })).toEqual([
      { tag: 'a', to: 'b', version: 1 },
    ]);
  });

  it('moves nothing where everything is so already', () => {
    expect(tagMoves([], { kind: 'unarchive', tag: 'a' })).toEqual([]);
    expect(tagMoves([renamed('a', 'b')], { kind: 'rename', from: 'a', to: 'b' })).toEqual([]);
  });
});

function settle(settings: readonly TagSettings[], change: Parameters<typeof tagMoves>[1]) {
  const moves = tagMoves(settings, change);
  const touched = new Map(moves.map(({ after: one }) => [one.tag, one]));
  const kept = settings.map((one) => touched.get(one.tag) ?? one);
  return [
    ...kept,
    ...moves.map((one) => one.after).filter(({ tag }) => !settings.some((o) => o.tag === tag)),
  ];
}
