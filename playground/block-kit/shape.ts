import type { Fields, Report } from './problem.ts';

/** A check across several fields of an object, run after each field was checked by itself. */
export type Rule = (value: Fields, pointer: string, report: Report) => void;

/** What a value in a Block Kit payload has to look like. The tables of blocks and elements are made of these. */
export type Shape =
  | { readonly kind: 'string'; readonly min: number; readonly max: number; readonly pattern?: RegExp }
  | { readonly kind: 'word'; readonly among: readonly string[] }
  | { readonly kind: 'number'; readonly min: number; readonly max: number; readonly whole: boolean }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'text'; readonly format: 'plain_text' | 'mrkdwn' | 'either'; readonly max: number }
  | { readonly kind: 'list'; readonly of: Shape; readonly min: number; readonly max: number }
  | { readonly kind: 'object'; readonly fields: FieldTable; readonly rules: readonly Rule[] }
  | {
      readonly kind: 'typed';
      readonly table: ShapeTable;
      readonly among: readonly string[];
      readonly what: string;
    }
  | { readonly kind: 'chosen'; readonly choose: (value: Fields) => Shape }
  | { readonly kind: 'anything' };

export type FieldTable = Readonly<Record<string, Field>>;
export type Field = { readonly shape: Shape; readonly required: boolean };

/** Shapes by the payload's `type`. A function, since blocks may hold blocks. */
export type ShapeTable = () => Readonly<Record<string, ObjectShape>>;
export type ObjectShape = Extract<Shape, { kind: 'object' }>;

export const boolean: Shape = { kind: 'boolean' };
export const anything: Shape = { kind: 'anything' };
export const date = string(10, { pattern: /^\d{4}-\d{2}-\d{2}$/ });
export const time = string(5, { pattern: /^([01]\d|2[0-3]):[0-5]\d$/ });

/** A string of 1 to `max` characters, unless `min` says otherwise. */
export function string(max: number, { min = 1, pattern }: { min?: number; pattern?: RegExp } = {}): Shape {
  return { kind: 'string', min, max, ...(pattern && { pattern }) };
}

/** One of the words that Slack knows here. */
export function word(...among: readonly string[]): Shape {
  return { kind: 'word', among };
}

export function number(min: number, max: number, whole = true): Shape {
  return { kind: 'number', min, max, whole };
}

/** A text object of type `plain_text`. */
export function plain(max: number): Shape {
  return { kind: 'text', format: 'plain_text', max };
}

/** A text object of type `mrkdwn`. */
export function mrkdwn(max: number): Shape {
  return { kind: 'text', format: 'mrkdwn', max };
}

/** A text object of either type. */
export function text(max: number): Shape {
  return { kind: 'text', format: 'either', max };
}

export function list(of: Shape, max: number, min = 1): Shape {
  return { kind: 'list', of, min, max };
}

/** An object; a field is required unless it is wrapped in {@link optional}. Fields not named are problems. */
export function object(
  fields: Readonly<Record<string, Shape | Field>>,
  ...rules: readonly Rule[]
): ObjectShape {
  const table = Object.entries(fields).map(([name, field]) => [
    name,
    'shape' in field ? field : { shape: field, required: true },
  ]);
  return { kind: 'object', fields: Object.fromEntries(table), rules };
}

/** An object that says what it is in its field `type`. */
export function typed(table: ShapeTable, among: readonly string[], what: string): Shape {
  return { kind: 'typed', table, among, what };
}

export function optional(shape: Shape): Field {
  return { shape, required: false };
}
