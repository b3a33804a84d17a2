import { type Fields, isFields, listOf, type Report } from './problem.ts';

/** Reports each `block_id` that two blocks share, and each `action_id` that two elements of one block share. */
export function reportDuplicateIds(blocks: readonly unknown[], report: Report): void {
  const places = blocks.flatMap((block, index) => withInner(block, `/blocks/${index}`));
  reportRepeats(
    places.map(({ block, pointer }) => ({ id: block['block_id'], pointer: `${pointer}/block_id` })),
    'block_id',
    report,
  );
  for (const { block, pointer } of places) reportRepeats(actionIds(block, pointer), 'action_id', report);
}

type Place = { readonly block: Fields; readonly pointer: string };
type Id = { readonly id: unknown; readonly pointer: string };

/** A block and the blocks inside it. */
function withInner(block: unknown, pointer: string): readonly Place[] {
  if (!isFields(block)) return [];
  const inner = INNER.flatMap((name) =>
    listOf(block[name]).flatMap((child, index) => withInner(child, `${pointer}/${name}/${index}`)),
  );
  return [{ block, pointer }, ...(HOLDERS.has(block['type']) ? inner : [])];
}

const INNER = ['child_blocks', 'elements'] as const;
const HOLDERS: ReadonlySet<unknown> = new Set(['container', 'carousel']);

function actionIds(block: Fields, pointer: string): readonly Id[] {
  if (HOLDERS.has(block['type'])) return [];
  const single = ['element', 'accessory'].map((name) => ({
    element: block[name],
    pointer: `${pointer}/${name}`,
  }));
  const several = ['elements', 'actions'].flatMap((name) =>
    listOf(block[name]).map((element, index) => ({ element, pointer: `${pointer}/${name}/${index}` })),
  );
  return [...single, ...several].map(({ element, pointer: at }) => ({
    id: isFields(element) ? element['action_id'] : undefined,
    pointer: `${at}/action_id`,
  }));
}

function reportRepeats(ids: readonly Id[], what: string, report: Report): void {
  const seen = new Set<unknown>();
  for (const { id, pointer } of ids) {
    if (typeof id !== 'string') continue;
    if (seen.has(id)) report(pointer, `the ${what} ${JSON.stringify(id)} is there twice`);
    seen.add(id);
  }
}
