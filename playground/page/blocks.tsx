import type { Fields } from '../block-kit/problem.ts';
import { Control } from './controls/control.tsx';
import { InputBlock } from './input-block.tsx';
import { fieldListOf, fieldsOf, stringOf, wordsOf } from './reading.ts';
import { StaticBlock } from './static-block.tsx';

type Props = {
  readonly blocks: readonly Fields[];
  /** Inline errors by block_id. */
  readonly errors?: Readonly<Record<string, string>>;
};

/** A list of blocks: what can be pressed or filled in is our own, the rest is drawn by the library. */
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
    case 'header':
      return <h3 className="block-header">{wordsOf(block['text'])}</h3>;
    case 'divider':
      return <hr className="block-divider" />;
    default:
      return <StaticBlock block={block} />;
  }
}

/** An accessory that is no picture can be pressed, so it is ours; it stands beside the text. */
function Section({ block }: { readonly block: Fields }) {
  const accessory = fieldsOf(block['accessory']);
  if (accessory['type'] === undefined || accessory['type'] === 'image') return <StaticBlock block={block} />;
  const { accessory: _ours, ...text } = block;
  return (
    <div className="block-section">
      <div>
        <StaticBlock block={text} />
      </div>
      <Control block={block} element={accessory} />
    </div>
  );
}
