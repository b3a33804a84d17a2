import * as z from 'zod/mini';
import { decodeEntryRef, type EntryRef, encodeEntryRef, jsonOf } from './entry-ref.ts';

/** Which entry is to lose the time that it shares with which other one. */
export type CropValue = { readonly crop: EntryRef; readonly keep: EntryRef };

const wire = z.object({ c: z.string(), k: z.string() });

/** A crop as a button's value. */
export function encodeCrop({ crop, keep }: CropValue): string {
  return JSON.stringify({ c: encodeEntryRef(crop), k: encodeEntryRef(keep) });
}

/** `undefined` for a value that {@link encodeCrop} did not make. */
export function decodeCrop(value: string): CropValue | undefined {
  const parsed = wire.safeParse(jsonOf(value));
  if (!parsed.success) return undefined;
  const [crop, keep] = [decodeEntryRef(parsed.data.c), decodeEntryRef(parsed.data.k)];
  return crop === undefined || keep === undefined ? undefined : { crop, keep };
}
