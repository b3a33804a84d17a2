import * as z from 'zod/mini';

const refusal = z.object({ data: z.object({ error: z.string(), needed: z.optional(z.string()) }) });

/** The scope that the workspace has not granted, where that is why Slack does not do something. */
export function missingScopeOf(error: unknown): string | undefined {
  const { error: word, needed = '' } = refusal.safeParse(error).data?.data ?? {};
  return word === MISSING_SCOPE && /^[a-z_.:,]{1,80}$/.test(needed) ? needed : undefined;
}

const MISSING_SCOPE = 'missing_scope';

/** Slack's word for why it does not take something, with the scope where one is missing; every other failure stays an error. */
export function refusedAs(error: unknown): string {
  const word = refusal.safeParse(error).data?.data.error;
  if (word === undefined) throw error;
  return [word, missingScopeOf(error) ?? ''].join(' ').trim();
}

/** Another view having come first is an answer of Slack's like others; every other refusal stays an error. */
export function conflictOf(error: unknown): 'conflict' {
  if (refusal.safeParse(error).data?.data.error === 'hash_conflict') return 'conflict';
  throw error;
}

/**
 * What may be logged of an error: its kind, with Slack's own word for it and the scope that is missing; never its message,
 * which may quote a URL or a token.
 */
export function nameOf(error: unknown): string {
  const parsed = z.object({ code: z.string() }).safeParse(error);
  const { error: word = '', needed = '' } = refusal.safeParse(error).data?.data ?? {};
  const words = [word, needed].filter((each) => /^[a-z_.:,]{1,80}$/.test(each));
  if (parsed.success) return [parsed.data.code, ...words].join(' ');
  return error instanceof Error ? error.name : 'unknown';
}
