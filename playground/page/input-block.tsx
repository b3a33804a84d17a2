import type { Fields } from '../block-kit/problem.ts';
import { Control } from './controls/control.tsx';
import { fieldsOf, stringOf, wordsOf } from './reading.ts';
import { useSurface } from './surface.ts';

const GROUPS: ReadonlySet<unknown> = new Set([
  'checkboxes',
  'radio_buttons',
  'multi_static_select',
  'multi_users_select',
  'multi_channels_select',
  'multi_conversations_select',
]);

/** A labelled field of a form with its hint and its error. */
export function InputBlock({ block, error }: { readonly block: Fields; readonly error: string | undefined }) {
  const surface = useSurface();
  const element = fieldsOf(block['element']);
  const id = `${surface.id}-${stringOf(block['block_id'])}`;
  const isOptional = block['optional'] === true;
  const hint = wordsOf(block['hint']);
  const label = (
    <>
      {wordsOf(block['label'])}
      {isOptional && <span className="optional"> (optional)</span>}
    </>
  );
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  const about = {
    id,
    ...(describedBy && { 'aria-describedby': describedBy }),
    'aria-invalid': error !== undefined,
    'aria-required': !isOptional,
  };
  const below = (
    <>
      {error !== undefined && (
        <p className="field-error" id={`${id}-error`} role="alert">
          {error}
        </p>
      )}
      {hint && (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </>
  );
  if (GROUPS.has(element['type'])) {
    return (
      <fieldset className="field" data-invalid={error !== undefined}>
        <legend>{label}</legend>
        <Control block={block} element={element} about={about} />
        {below}
      </fieldset>
    );
  }
  return (
    <div className="field" data-invalid={error !== undefined}>
      <label htmlFor={id}>{label}</label>
      <Control block={block} element={element} about={about} />
      {below}
    </div>
  );
}
