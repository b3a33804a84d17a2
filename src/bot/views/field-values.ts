import * as z from 'zod/mini';

const option = z.object({ value: z.string() });

const values = z.record(
  z.string(),
  z.record(
    z.string(),
    z.object({
      value: z.nullish(z.string()),
      selected_date: z.nullish(z.string()),
      selected_time: z.nullish(z.string()),
      selected_option: z.nullish(option),
      selected_options: z.nullish(z.array(option)),
      selected_conversation: z.nullish(z.string()),
      selected_users: z.nullish(z.array(z.string())),
    }),
  ),
);

/**
 * What was typed or chosen in each field of a submitted form, by block id; empty fields are absent. The values of all boxes
 * that are ticked, and of all members who are chosen, stand between spaces.
 */
export type FieldValues = Readonly<Record<string, string | undefined>>;

/** Reads a submitted view's `state.values`; a field that is not of the expected shape counts as empty. */
export function fieldValues(state: unknown): FieldValues {
  const parsed = values.safeParse(state);
  if (!parsed.success) return {};
  return Object.fromEntries(
    Object.entries(parsed.data).map(([block, elements]) => {
      const element = Object.values(elements)[0];
      const text =
        element?.value ??
        element?.selected_date ??
        element?.selected_time ??
        element?.selected_option?.value ??
        element?.selected_conversation ??
        element?.selected_users?.join(' ') ??
        element?.selected_options?.map(({ value }) => value).join(' ');
      return [block, text === undefined || text.trim() === '' ? undefined : text.trim()];
    }),
  );
}
