import * as z from 'zod/mini';
import type { UndoTarget } from '../../store/undo-target.ts';
import { jsonOf } from './entry-ref.ts';

const wire = z.object({
  k: z.string().check(z.minLength(1), z.maxLength(200)),
  v: z.exactOptional(z.number()),
});

/** What an Undo button takes back, as the button's value. */
export function encodeUndo({ key, version }: UndoTarget): string {
  return JSON.stringify({ k: key, v: version });
}

/** `undefined` for a value that {@link encodeUndo} did not make. */
export function decodeUndo(value: string): UndoTarget | undefined {
  const parsed = wire.safeParse(jsonOf(value));
  if (!parsed.success) return undefined;
  const { k, v } = parsed.data;
  return v === undefined ? { key: k } : { key: k, version: v };
}
