/** One property of a calendar: its name, what stands between name and value, and the value as it was written. */
export type Property = { readonly name: string; readonly parameters: string; readonly value: string };

/** The properties of a calendar in their order, unfolded (RFC 5545, 3.1); throws for a line that is none or is too long. */
export function readCalendar(file: string): readonly Property[] {
  if (!file.endsWith('\r\n')) throw new Error('the last line has no end');
  const physical = file.slice(0, -2).split('\r\n');
  for (const line of physical) {
    if (Buffer.byteLength(line) > 75) throw new Error(`too long: ${line}`);
    if (/[\r\n]/.test(line)) throw new Error(`a bare line break: ${line}`);
  }
  return physical
    .join('\r\n')
    .replaceAll('\r\n ', '')
    .split('\r\n')
    .map((line) => {
      const match = /^([A-Z-]+)((?:;[A-Z-]+=[A-Z-]+)*):([\s\S]*)$/.exec(line);
      if (match === null) throw new Error(`no property: ${line}`);
      const [, name = '', parameters = '', value = ''] = match;
      return { name, parameters, value };
    });
}

/** A TEXT value as it was before it was escaped. */
export function unescapedText(value: string): string {
  return value.replace(/\\([\\;,nN])/g, (_, mark: string) => (/n/i.test(mark) ? '\n' : mark));
}
