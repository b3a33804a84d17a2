import { isFields } from './problem.ts';

/** All strings under a field `text` inside a value, however deep, counted by `measure` (characters unless told). */
export function textLength(value: unknown, measure = (text: string) => text.length): number {
  if (Array.isArray(value)) return value.reduce((sum: number, item) => sum + textLength(item, measure), 0);
  if (!isFields(value)) return 0;
  let sum = 0;
  for (const [name, content] of Object.entries(value)) {
    sum += name === 'text' && typeof content === 'string' ? measure(content) : textLength(content, measure);
  }
  return sum;
}

/** The length of a text as UTF-8. */
export function utf8Bytes(text: string): number {
  return new TextEncoder().encode(text).byteLength;
}
