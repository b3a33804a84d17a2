import * as z from 'zod/mini';
import { failedRequestOf } from '../store/layer/failed-request.ts';
import { setupTroubleOf } from './setup-trouble.ts';

const coded = z.object({ code: z.string() });

/** What the log may say of an error. */
export type ErrorLine = {
  readonly problem: string;
  readonly at?: string;
  /** Where the app is not set up well: what to do about it, and what is missing. */
  readonly cure?: string;
  readonly missing?: string;
  /** Where a request to the table failed: what was asked of which table. */
  readonly operation?: string;
  readonly table?: string;
};

/** An error as the log may tell it: its kind and where it arose; never its message, which may quote what a person typed. */
export function describeError(error: unknown): ErrorLine {
  if (!(error instanceof Error)) return { problem: typeof error };
  const code = coded.safeParse(error).data?.code;
  const at = error.stack?.split('\n').find((line) => line.trimStart().startsWith('at '));
  const { cure, missing } = setupTroubleOf(error) ?? {};
  const request = failedRequestOf(error);
  return {
    problem: code === undefined ? error.name : `${error.name} ${code}`,
    ...(at === undefined ? {} : { at: at.trim().slice(0, 200) }),
    ...(cure === undefined ? {} : { cure }),
    ...(missing === undefined ? {} : { missing }),
    ...(request === undefined ? {} : { operation: request.operation, table: request.table }),
  };
}
