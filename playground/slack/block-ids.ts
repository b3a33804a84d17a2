import { randomBytes } from 'node:crypto';
import { type Fields, isFields } from '../block-kit/problem.ts';

/** The same blocks, each with a `block_id`, and each element with an `action_id`, as Slack fills them in. */
export function withBlockIds(blocks: readonly unknown[]): readonly Fields[] {
  return blocks.filter(isFields).map((block) => {
    const filled: Record<string, unknown> = { block_id: mintId(), ...block };
    for (const name of ['element', 'accessory']) filled[name] = withActionId(block[name]);
    if (block['type'] === 'actions' && Array.isArray(block['elements'])) {
      filled['elements'] = block['elements'].map(withActionId);
    }
    if (Array.isArray(block['child_blocks'])) filled['child_blocks'] = withBlockIds(block['child_blocks']);
    return Object.fromEntries(Object.entries(filled).filter(([, value]) => value !== undefined));
  });
}

function withActionId(element: unknown): unknown {
  return isFields(element) && element['type'] !== 'image' ? { action_id: mintId(), ...element } : element;
}

function mintId(): string {
  return randomBytes(4).toString('base64url');
}
