import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import * as z from 'zod/mini';
import type { WireRow } from '../../store/layer/wire-rows.ts';

/** The format that this version writes; it reads this one and all before. */
export const FORMAT = 1;

/** The first line of a backup. */
export type Header = { readonly table: string; readonly at: string };

/** The last line: what must have come before it. */
export type Trailer = z.output<typeof trailer>;

const header = z.object({ backup: z.literal('stint'), format: z.int(), table: z.string(), at: z.string() });
const trailer = z.object({
  end: z.object({ rows: z.int(), sha256: z.string(), settled: z.boolean() }),
});

/** Thrown where a file is no backup that can be used; its message says what is wrong and what to do. */
export class BackupError extends Error {
  override readonly name = 'BackupError';
}

export function headerLine({ table, at }: Header): string {
  return JSON.stringify({ backup: 'stint', format: FORMAT, table, at });
}

export function readHeader(line: string): Header {
  const found = header.safeParse(parsed(line)).data;
  if (found === undefined)
    throw new BackupError('is no backup of Stint: name a file that `npm run backup` made.');
  if (found.format > FORMAT) {
    throw new BackupError(
      `has format ${found.format}, and this version reads up to ${FORMAT}: update Stint first.`,
    );
  }
  return found;
}

export function trailerLine(end: Trailer['end']): string {
  return JSON.stringify({ end });
}

/** What the last line says; `undefined` for every other line. */
export function readTrailer(line: string): Trailer['end'] | undefined {
  return line.startsWith('{"end"') ? trailer.safeParse(parsed(line)).data?.end : undefined;
}

export function rowLine(row: WireRow): string {
  return JSON.stringify(row, (_, value: unknown) =>
    value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value,
  );
}

/** A row of the table; `undefined` for a line that is none. */
export function readRow(line: string): WireRow | undefined {
  return row.safeParse(parsed(line)).data;
}

const bytes = z.pipe(
  z.base64(),
  z.transform((text) => new Uint8Array(Buffer.from(text, 'base64'))),
);

const value: z.ZodMiniType<AttributeValue> = z.lazy(() =>
  z.union([
    z.strictObject({ S: z.string() }),
    z.strictObject({ N: z.string() }),
    z.strictObject({ B: bytes }),
    z.strictObject({ BOOL: z.boolean() }),
    z.strictObject({ NULL: z.literal(true) }),
    z.strictObject({ L: z.array(value) }),
    z.strictObject({ M: z.record(z.string(), value) }),
    z.strictObject({ SS: z.array(z.string()) }),
    z.strictObject({ NS: z.array(z.string()) }),
    z.strictObject({ BS: z.array(bytes) }),
  ]),
);

const key = z.strictObject({ S: z.string().check(z.minLength(1)) });
const row = z.catchall(z.object({ pk: key, sk: key }), value);

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
