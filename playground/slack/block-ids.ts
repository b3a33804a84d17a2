import { randomBytes } from 'node:crypto';
import { type Fields, isFields } from '../block-kit/problem.ts';

/** The same blocks, each with a `block_id`, and each element with an `action_id`, as Slack fills them in. */
export function withBlockIds(blocks: readonly unknown[]): readonly Fields[] {
  return blocks.filter(isFields).map((block) => {
    const filled: Record<string, unknown> = { block_id: mintId(), ...block };
    for (const name of ['element', 'accessory']) filled[name] = withActionId(block[name]);
    const { elements, actions, child_blocks: children } = block;
    if (block['type'] === 'actions' && Array.isArray(elements))
      filled['elements'] = elements.map(withActionId);
    if (block['type'] === 'card' && Array.isArray(actions)) filled['actions'] = actions.map(withActionId);
    if (block['type'] === 'carousel' && Array.isArray(elements)) filled['elements'] = withBlockIds(elements);
    if (Array.isArray(children)) filled['child_blocks'] = withBlockIds(children);
    return Object.fromEntries(Object.entries(filled).filter(([, value]) => value !== undefined));
  });
}

function withActionId(element: unknown): unknown {
  return isFields(element) && element['type'] !== 'image' ? { action_id: mintId(), ...element } : element;
}

function mintId(): string {
  return randomBytes(4).toString('base64url');
}
