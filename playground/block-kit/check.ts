import { mrkdwnDangers } from './mrkdwn.ts';
import { type Fields, isFields, type Report } from './problem.ts';
import type { ObjectShape, Shape } from './shape.ts';

/** Compares a value with its shape and reports each difference at its place. */
export function check(shape: Shape, value: unknown, pointer: string, report: Report): void {
  switch (shape.kind) {
    case 'anything':
      return;
    case 'boolean':
      if (typeof value !== 'boolean') report(pointer, 'must be true or false');
      return;
    case 'word':
      if (typeof value !== 'string' || !shape.among.includes(value)) {
        report(pointer, `must be one of ${shape.among.join(', ')}`);
      }
      return;
    case 'string':
      checkString(shape, value, pointer, report);
      return;
    case 'number':
      checkNumber(shape, value, pointer, report);
      return;
    case 'text':
      checkText(shape, value, pointer, report);
      return;
    case 'list':
      checkList(shape, value, pointer, report);
      return;
    case 'object':
      if (!isFields(value)) {
        report(pointer, 'must be an object');
        return;
      }
      checkObject(shape, value, pointer, report, []);
      return;
    case 'chosen':
      if (!isFields(value)) {
        report(pointer, 'must be an object');
        return;
      }
      check(shape.choose(value), value, pointer, report);
      return;
    case 'typed':
      checkTyped(shape, value, pointer, report);
      return;
  }
}

function checkString(shape: Kind<'string'>, value: unknown, pointer: string, report: Report): void {
  if (typeof value !== 'string') {
    report(pointer, 'must be a string');
    return;
  }
  if (value.length < shape.min) report(pointer, 'must not be empty');
  if (value.length > shape.max) report(pointer, tooMany(value.length, shape.max, 'characters'));
  if (shape.pattern && !shape.pattern.test(value))
    report(pointer, `does not look like ${shape.pattern.source}`);
}

function checkNumber(shape: Kind<'number'>, value: unknown, pointer: string, report: Report): void {
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    report(pointer, 'must be a number');
    return;
  }
  if (shape.whole && !Number.isInteger(value)) report(pointer, 'must be a whole number');
  if (value < shape.min || value > shape.max)
    report(pointer, `must lie between ${shape.min} and ${shape.max}`);
}

const TEXT_FIELDS = { plain_text: ['type', 'text', 'emoji'], mrkdwn: ['type', 'text', 'verbatim'] } as const;

function checkText(shape: Kind<'text'>, value: unknown, pointer: string, report: Report): void {
  if (!isFields(value)) {
    report(pointer, 'must be a text object');
    return;
  }
  const type = value['type'];
  if (type !== 'plain_text' && type !== 'mrkdwn') {
    report(`${pointer}/type`, 'must be plain_text or mrkdwn');
    return;
  }
  if (shape.format !== 'either' && type !== shape.format)
    report(`${pointer}/type`, `must be ${shape.format}`);
  checkString({ kind: 'string', min: 1, max: shape.max }, value['text'], `${pointer}/text`, report);
  const known: readonly string[] = TEXT_FIELDS[type];
  reportUnknownFields(value, (name) => known.includes(name), pointer, report);
  if (type === 'mrkdwn' && typeof value['text'] === 'string') {
    for (const danger of mrkdwnDangers(value['text'])) report(`${pointer}/text`, danger);
  }
}

function checkList(shape: Kind<'list'>, value: unknown, pointer: string, report: Report): void {
  if (!Array.isArray(value)) {
    report(pointer, 'must be a list');
    return;
  }
  if (value.length < shape.min) report(pointer, `needs at least ${shape.min} items, has ${value.length}`);
  if (value.length > shape.max) report(pointer, tooMany(value.length, shape.max, 'items'));
  for (const [index, item] of value.entries()) check(shape.of, item, `${pointer}/${index}`, report);
}

function checkTyped(shape: Kind<'typed'>, value: unknown, pointer: string, report: Report): void {
  if (!isFields(value)) {
    report(pointer, `must be ${shape.what}`);
    return;
  }
  const type = value['type'];
  const table = shape.table();
  const found = typeof type === 'string' && Object.hasOwn(table, type) ? table[type] : undefined;
  if (typeof type !== 'string' || !found) {
    report(`${pointer}/type`, `${JSON.stringify(type)} is not a type of ${shape.what}`);
    return;
  }
  if (!shape.among.includes(type)) {
    report(`${pointer}/type`, `${type} is not allowed here as ${shape.what}`);
    return;
  }
  checkObject(found, value, pointer, report, ['type']);
}

function checkObject(
  shape: ObjectShape,
  value: Fields,
  pointer: string,
  report: Report,
  also: readonly string[],
): void {
  for (const [name, field] of Object.entries(shape.fields)) {
    if (value[name] !== undefined) check(field.shape, value[name], `${pointer}/${name}`, report);
    else if (field.required) report(pointer, `${name} is missing`);
  }
  reportUnknownFields(
    value,
    (name) => also.includes(name) || Object.hasOwn(shape.fields, name),
    pointer,
    report,
  );
  for (const rule of shape.rules) rule(value, pointer, report);
}

function reportUnknownFields(
  value: Fields,
  known: (name: string) => boolean,
  pointer: string,
  report: Report,
): void {
  for (const [name, content] of Object.entries(value)) {
    if (!known(name) && content !== undefined)
      report(`${pointer}/${name}`, 'is not a field that Slack knows here');
  }
}

function tooMany(found: number, max: number, what: string): string {
  return `has ${found} ${what}, Slack allows ${max}`;
}

type Kind<Name extends Shape['kind']> = Extract<Shape, { kind: Name }>;
