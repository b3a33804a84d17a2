import * as z from 'zod/mini';
import { ERRANDS } from '../../schedule.ts';
import type { Lost } from '../../store/kinds/lost.ts';
import { jsonOf } from './entry-ref.ts';

const wire = z.object({ e: z.enum(ERRANDS), b: z.int().check(z.positive()) });

/** A button's value about a message that may be lost. */
export function encodeLost({ errand, bucket }: Lost): string {
  return JSON.stringify({ e: errand, b: bucket });
}

/** `undefined` for a value that {@link encodeLost} did not make. */
export function decodeLost(value: string): Omit<Lost, 'version'> | undefined {
  const { data } = wire.safeParse(jsonOf(value));
  return data && { errand: data.e, bucket: data.b };
}
