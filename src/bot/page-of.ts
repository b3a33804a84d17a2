/** What one page of a list shows: from which place on, and how many more come behind it. */
export type Shown<Item> = {
  readonly shown: readonly Item[];
  readonly from: number;
  readonly rest: number;
};

/** A page of `size` items from `skip` on. Items may have gone since its button was made: then it is the last page that there is. */
export function pageOf<Item>(items: readonly Item[], skip: number, size: number): Shown<Item> {
  const from = skip < items.length ? skip : Math.max(0, items.length - size);
  const shown = items.slice(from, from + size);
  return { shown, from, rest: items.length - from - shown.length };
}
