import { describe, expect, it } from 'vitest';
import { keyCodec } from '../../../src/store/layer/key.ts';

describe('a key', () => {
  const entry = keyCodec('d#{date}#{id}');
  const task = keyCodec('t#{no:6}');

  it('is made from its fields and read back', () => {
    expect(entry.encode({ date: '2026-09-16', id: 'aB-_9' })).toBe('d#2026-09-16#aB-_9');
    expect(entry.decode('d#2026-09-16#aB-_9')).toEqual({ date: '2026-09-16', id: 'aB-_9' });
    expect(task.encode({ no: 12 })).toBe('t#000012');
    expect(task.decode('t#000012')).toEqual({ no: 12 });
    expect(keyCodec('me#timer').decode('me#timer')).toEqual({});
  });

  it.each([
    ['an empty field', () => entry.encode({ date: '2026-09-16', id: '' })],
    ['a field with #', () => entry.encode({ date: '2026-09-16', id: 'a#b' })],
    ['a date that is none', () => entry.encode({ date: '16.9.2026', id: 'a' })],
    ['a number that is too large', () => task.encode({ no: 1_000_000 })],
    ['a number that is not whole', () => task.encode({ no: 1.5 })],
    ['a number below zero', () => task.encode({ no: -1 })],
  ])('is refused for %s', (_name, encode) => {
    expect(encode).toThrow('A key cannot hold');
  });

  it.each(['d#2026-09-16', 'd#2026-09-16#a#b', 'x#2026-09-16#a', 'd#today#a', '', 'xd#2026-09-16#a'])(
    'of another template is not read: %s',
    (key) => {
      expect(entry.decode(key)).toBeUndefined();
      expect(task.decode(key)).toBeUndefined();
    },
  );

  it('sorts tasks by number', () => {
    const keys = [2, 10, 999_999, 1].map((no) => task.encode({ no })).toSorted();
    expect(keys.map((key) => task.decode(key)?.no)).toEqual([1, 2, 10, 999_999]);
  });
});
