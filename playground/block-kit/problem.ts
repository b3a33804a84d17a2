/** One thing Slack would refuse, or that would harm a reader. `pointer` is a JSON pointer into the payload. */
export type Problem = { readonly pointer: string; readonly problem: string };

/** Takes up one problem at a place of the payload. */
export type Report = (pointer: string, problem: string) => void;

/** An object of the payload whose fields are not known yet. */
export type Fields = Readonly<Record<string, unknown>>;

/** True for an object that is neither null nor a list. */
export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The field as a list, empty when it is none. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
