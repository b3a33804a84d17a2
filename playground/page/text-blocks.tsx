import type { Fields } from '../block-kit/problem.ts';
import { Control } from './controls/control.tsx';
import { Emoji } from './mrkdwn/emoji.tsx';
import { Mrkdwn } from './mrkdwn/mrkdwn.tsx';
import { fieldListOf, fieldsOf, stringOf, wordsOf } from './reading.ts';

/** A text object of either type. */
export function TextObject({ text }: { readonly text: Fields }) {
  if (text['type'] === 'mrkdwn') return <Mrkdwn text={wordsOf(text)} />;
  return (
    <p className="mrkdwn">
      <PlainText text={wordsOf(text)} />
    </p>
  );
}

/** Plain text, in which only emoji names mean something. */
export function PlainText({ text }: { readonly text: string }) {
  return text.split(/:([a-z0-9_+-]*[a-z_+][a-z0-9_+-]*):/).map((part, index) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: parts of a text have no other name
    return index % 2 === 1 ? <Emoji key={index} name={part} /> : part;
  });
}

/** A section: its text, its fields in two columns, and beside them what can be pressed or looked at. */
export function Section({ block }: { readonly block: Fields }) {
  const accessory = fieldsOf(block['accessory']);
  const fields = fieldListOf(block['fields']);
  return (
    <div className="block-section">
      <div>
        {block['text'] !== undefined && <TextObject text={fieldsOf(block['text'])} />}
        {fields.length > 0 && (
          <div className="block-fields">
            {fields.map((field, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: fields have no other name
              <div key={index}>
                <TextObject text={field} />
              </div>
            ))}
          </div>
        )}
      </div>
      {accessory['type'] === 'image' && <Picture image={accessory} />}
      {accessory['type'] !== undefined && accessory['type'] !== 'image' && (
        <Control block={block} element={accessory} />
      )}
    </div>
  );
}

/** A context: small quiet texts and pictures in a row. */
export function Context({ block }: { readonly block: Fields }) {
  return (
    <div className="block-context">
      {fieldListOf(block['elements']).map((element, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: elements of a context have no other name
        <div key={index}>
          {element['type'] === 'image' ? <Picture image={element} /> : <TextObject text={element} />}
        </div>
      ))}
    </div>
  );
}

function Picture({ image }: { readonly image: Fields }) {
  return (
    <img className="block-picture" src={stringOf(image['image_url'])} alt={stringOf(image['alt_text'])} />
  );
}
