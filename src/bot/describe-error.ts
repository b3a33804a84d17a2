import * as z from 'zod/mini';

const coded = z.object({ code: z.string() });

/** What the log may say of an error: its kind and where it arose; never its message, which may quote what a person typed. */
export function describeError(error: unknown): { readonly problem: string; readonly at?: string } {
  if (!(error instanceof Error)) return { problem: typeof error };
  const code = coded.safeParse(error).data?.code;
  const at = error.stack?.split('\n').find((line) => line.trimStart().startsWith('at '));
  return {
    problem: code === undefined ? error.name : `${error.name} ${code}`,
    ...(at === undefined ? {} : { at: at.trim().slice(0, 200) }),
  };
}
