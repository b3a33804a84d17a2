import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type { Item } from './item.ts';

/** A row in the form in which errors carry it, which the document client leaves as it came. */
export function itemFromWire(wire: Readonly<Record<string, AttributeValue>>): Item {
  return Object.fromEntries(Object.entries(wire).map(([name, value]) => [name, valueFromWire(value)]));
}

function valueFromWire(value: AttributeValue): unknown {
  if (value.S !== undefined) return value.S;
  if (value.N !== undefined) return Number(value.N);
  if (value.BOOL !== undefined) return value.BOOL;
  if (value.L !== undefined) return value.L.map(valueFromWire);
  if (value.M !== undefined) return itemFromWire(value.M);
  if (value.NULL !== undefined) return null;
  throw new Error('A row holds a type that the store does not write.');
}
