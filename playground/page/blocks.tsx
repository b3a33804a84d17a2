import type { Fields } from '../block-kit/problem.ts';
import { Control } from './controls/control.tsx';
import { InputBlock } from './input-block.tsx';
import { fieldListOf, stringOf, wordsOf } from './reading.ts';
import { StaticBlock } from './static-block.tsx';
import { Context, PlainText, Section } from './text-blocks.tsx';

type Props = {
  readonly blocks: readonly Fields[];
  /** Inline errors by block_id. */
  readonly errors?: Readonly<Record<string, string>>;
};

/** A list of blocks: texts and what can be pressed or filled in are our own, the rest is drawn by the library. */
export function Blocks({ blocks, errors = {} }: Props) {
  return blocks.map((block, index) => {
    const id = stringOf(block['block_id']) || `${index}`;
    return <BlockItem key={id} block={block} error={errors[id]} />;
  });
}

function BlockItem({ block, error }: { readonly block: Fields; readonly error: string | undefined }) {
  switch (block['type']) {
    case 'input':
      return <InputBlock block={block} error={error} />;
    case 'actions':
      return (
        <div className="block-actions">
          {fieldListOf(block['elements']).map((element) => (
            <Control key={stringOf(element['action_id'])} block={block} element={element} />
          ))}
        </div>
      );
    case 'section':
      return <Section block={block} />;
    case 'context':
      return <Context block={block} />;
    case 'header':
      return (
        <h3 className="block-header">
          <PlainText text={wordsOf(block['text'])} />
        </h3>
      );
    case 'divider':
      return <hr className="block-divider" />;
    default:
      return <StaticBlock block={block} />;
  }
}
