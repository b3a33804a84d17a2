/** At most `length` UTF-16 units of a text, without half a character at the cut. */
export function clip(text: string, length: number): string {
  return text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '');
}

/** A text in pieces of at most `length` UTF-16 units each, none of which begins or ends inside a character. */
export function piecesOf(text: string, length: number): readonly string[] {
  const pieces: string[] = [];
  for (let rest = text; rest !== ''; ) {
    const piece = clip(rest, length);
    pieces.push(piece);
    rest = rest.slice(piece.length);
  }
  return pieces;
}
