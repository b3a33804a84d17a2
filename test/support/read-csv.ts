/** Reads a CSV file by RFC 4180, as strictly as a spreadsheet does; throws where it is none. */
export function readCsv(file: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < file.length) {
    const quoted = /"((?:[^"]|"")*)"/y;
    const plain = /[^",\r\n]*/y;
    quoted.lastIndex = at;
    plain.lastIndex = at;
    const match = file[at] === '"' ? quoted.exec(file) : plain.exec(file);
    if (match === null) throw new Error(`no cell at ${at}`);
    at += match[0].length;
    row.push(match[1]?.replaceAll('""', '"') ?? match[0]);
    if (file[at] === ',') {
      at += 1;
      continue;
    }
    if (file.slice(at, at + 2) !== '\r\n') throw new Error(`a record that ends nowhere, at ${at}`);
    at += 2;
    rows.push(row);
    row = [];
  }
  return rows;
}

/** A cell as it was before it was kept from being a formula. */
export function unescapedCell(cell: string): string {
  return /^'+[=+\-@\t\r\n＝＋－＠]/.test(cell) ? cell.slice(1) : cell;
}
