import { type Fields, isFields, listOf } from '../block-kit/problem.ts';

/** Readers for payloads whose fields are not known: each gives something empty when there is nothing. */
export function stringOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

export function fieldsOf(value: unknown): Fields {
  return isFields(value) ? value : {};
}

export function fieldListOf(value: unknown): readonly Fields[] {
  return listOf(value).filter(isFields);
}

/** The words of a text object. */
export function wordsOf(textObject: unknown): string {
  return stringOf(fieldsOf(textObject)['text']);
}
