/** The fields a template names: `u#{team}#{user}` has two texts, `t#{no:6}` one whole number padded to six digits. */
export type KeyFields<Template extends string> = Template extends `${string}{${infer Field}}${infer Rest}`
  ? (Field extends `${infer Name}:${number}`
      ? { readonly [Key in Name]: number }
      : { readonly [Key in Field]: string }) &
      KeyFields<Rest>
  : unknown;

/** Reads and writes the keys of one template. */
export type KeyCodec<Template extends string> = {
  /** Throws when a field would break the key: empty, with `#`, too large, or a `date` that is none. */
  encode(fields: KeyFields<Template>): string;
  /** `undefined` when the key is not of this template. */
  decode(key: string): KeyFields<Template> | undefined;
};

type Part = string | { readonly name: string; readonly width?: number };

/** Reads and writes keys of one template. */
export function keyCodec<const Template extends string>(template: Template): KeyCodec<Template>;
export function keyCodec(template: string) {
  const parts = partsOf(template);
  const pattern = new RegExp(`^${parts.map(patternOf).join('')}$`);
  const fields = parts.filter((part) => typeof part !== 'string');
  const beginning = typeof parts[0] === 'string' ? parts[0] : '';
  return {
    encode: (values: Readonly<Record<string, unknown>>) =>
      parts.map((part) => encodePart(part, values)).join(''),
    decode(key: string): Readonly<Record<string, string | number>> | undefined {
      if (!key.startsWith(beginning)) return undefined;
      const found = pattern.exec(key);
      if (found === null) return undefined;
      const read = fields.map(({ name, width }, index) => {
        const text = found[index + 1] ?? '';
        return [name, width === undefined ? text : Number(text)] as const;
      });
      return Object.fromEntries(read);
    },
  };
}

function partsOf(template: string): readonly Part[] {
  return template.split(/(\{[^}]+\})/).map((text) => {
    const [, name, width] = /^\{(\w+)(?::(\d+))?\}$/.exec(text) ?? [];
    if (name === undefined) return text;
    return width === undefined ? { name } : { name, width: Number(width) };
  });
}

function patternOf(part: Part): string {
  if (typeof part === 'string') return part;
  if (part.name === 'date') return '(\\d{4}-\\d{2}-\\d{2})';
  return part.width === undefined ? '([^#]+)' : `(\\d{${part.width}})`;
}

function encodePart(part: Part, values: Readonly<Record<string, unknown>>): string {
  if (typeof part === 'string') return part;
  const value = values[part.name];
  const text = part.width === undefined ? String(value ?? '') : String(value).padStart(part.width, '0');
  if (!new RegExp(`^${patternOf(part)}$`).test(text))
    throw new Error(`A key cannot hold ${part.name} = ${text}.`);
  return text;
}
