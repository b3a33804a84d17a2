/** How many single slips lie between two words: a letter more, less, other, or two neighbours swapped. */
export function slips(one: string, other: string): number {
  let twoBack: readonly number[] = [];
  let back: readonly number[] = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row += 1) {
    const here = [row];
    for (let at = 1; at <= other.length; at += 1) {
      const isSame = one[row - 1] === other[at - 1];
      const isSwapped = one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1];
      here.push(
        Math.min(
          (back[at] ?? 0) + 1,
          (here[at - 1] ?? 0) + 1,
          (back[at - 1] ?? 0) + (isSame ? 0 : 1),
          isSwapped ? (twoBack[at - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    twoBack = back;
    back = here;
  }
  return back.at(-1) ?? 0;
}
