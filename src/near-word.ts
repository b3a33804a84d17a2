/** How many single slips (a letter more, less, other, or two swapped) lie between two words; counted up to 2. */
export function slips(typed: string, meant: string): 0 | 1 | 2 {
  if (typed === meant) return 0;
  let same = 0;
  while (same < typed.length && typed[same] === meant[same]) same += 1;
  const [left, right] = [typed.slice(same), meant.slice(same)];
  const one =
    left.slice(1) === right.slice(1) ||
    left.slice(1) === right ||
    left === right.slice(1) ||
    (left[0] === right[1] && left[1] === right[0] && left.slice(2) === right.slice(2));
  return one ? 1 : 2;
}
