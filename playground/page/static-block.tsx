import { Component, type ReactNode } from 'react';
import { type Block, Message } from 'slack-blocks-to-jsx';
import { type Fields, isFields } from '../block-kit/problem.ts';
import { TEAMS } from '../slack/workspace.ts';
import { drawable } from './drawable.ts';

const NAMES = {
  users: TEAMS.flatMap(({ people }) => people.map(({ id, realName }) => ({ id, name: realName }))),
  channels: TEAMS.map(({ channel }) => channel),
};

/** A block that the library draws. One that it cannot draw is shown as it was sent. */
export function StaticBlock({ block }: { readonly block: Fields }) {
  const shown = drawable(block);
  const plain = <pre className="block-undrawn">{JSON.stringify(block, null, 2)}</pre>;
  if (!isLibraryBlock(shown)) return plain;
  return (
    <DrawingBoundary key={JSON.stringify(shown)} instead={plain}>
      <Message blocks={[shown]} name="" logo="" data={NAMES} withoutWrapper />
    </DrawingBoundary>
  );
}

type BoundaryProps = { readonly children: ReactNode; readonly instead: ReactNode };

/** React tells of a crash while drawing to classes only. */
class DrawingBoundary extends Component<BoundaryProps, { readonly failed: boolean }> {
  override readonly state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    return this.state.failed ? this.props.instead : this.props.children;
  }
}

const LIBRARY_TYPES: ReadonlySet<unknown> = new Set([
  'image',
  'rich_text',
  'table',
  'markdown',
  'alert',
  'card',
  'carousel',
  'container',
  'data_visualization',
  'context_actions',
  'video',
  'task_card',
  'plan',
  'file',
]);

function isLibraryBlock(block: unknown): block is Block {
  return isFields(block) && LIBRARY_TYPES.has(block['type']);
}
