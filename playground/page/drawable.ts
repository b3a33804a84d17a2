import { type Fields, isFields } from '../block-kit/problem.ts';

/** The block as the library can draw it: what it would stumble over is put in a form that looks the same. */
export function drawable(block: Fields): Fields {
  const changed = change(block['type'] === 'data_table' ? { ...block, type: 'table' } : block);
  return isFields(changed) ? changed : block;
}

function change(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(change);
  if (!isFields(value)) return value;
  // The library crashes on numbers in table cells.
  if (value['type'] === 'raw_number') return { type: 'raw_text', text: value['text'] };
  return Object.fromEntries(Object.entries(value).map(([name, content]) => [name, change(content)]));
}
