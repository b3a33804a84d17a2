import type { KeyboardEvent } from 'react';
import { isFields, listOf } from '../../block-kit/problem.ts';
import { stringOf, wordsOf } from '../reading.ts';
import { type ControlProps, useControl } from './use-control.ts';

/** Everything that is typed: short and long text, numbers, addresses. */
export function TextControl(props: ControlProps) {
  const { block, element } = props;
  const { entered, keep, press, about } = useControl(props);
  const type = stringOf(element['type']);
  const isRich = type === 'rich_text_input';
  const given = entered?.['value'] ?? (isRich ? '' : element['initial_value']);
  const text = isRich ? richWords(entered?.['rich_text_value']) : stringOf(given);

  const fieldsFor = (value: string) => (isRich ? { rich_text_value: richText(value) } : { value });
  const isMultiline = isRich || element['multiline'] === true;

  function pressOnEnter(event: KeyboardEvent) {
    if (event.key !== 'Enter' || block['dispatch_action'] !== true || isMultiline) return;
    event.preventDefault();
    press(fieldsFor(text));
  }

  const common = {
    ...about,
    className: 'control control-text',
    value: text,
    placeholder: wordsOf(element['placeholder']) || undefined,
    maxLength: typeof element['max_length'] === 'number' ? element['max_length'] : undefined,
    onChange: ({ target }: { readonly target: { readonly value: string } }) => keep(fieldsFor(target.value)),
    onKeyDown: pressOnEnter,
  };
  if (isMultiline) return <textarea {...common} rows={4} />;
  return <input {...common} type="text" inputMode={MODES[type] ?? 'text'} autoComplete="off" />;
}

const MODES: Readonly<Record<string, 'decimal' | 'email' | 'url'>> = {
  number_input: 'decimal',
  email_text_input: 'email',
  url_text_input: 'url',
};

function richText(text: string) {
  if (text === '') return null;
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }] };
}

function richWords(value: unknown): string {
  if (Array.isArray(value)) return value.map(richWords).join('');
  if (!isFields(value)) return '';
  return stringOf(value['text']) || richWords(listOf(value['elements']));
}
