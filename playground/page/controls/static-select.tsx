import { useConfirm } from '../confirm.tsx';
import { stringOf, wordsOf } from '../reading.ts';
import { groupsOf, optionsOf, valueOfOption } from './options.ts';
import { type ControlProps, useControl } from './use-control.ts';

export function StaticSelect(props: ControlProps) {
  const { element } = props;
  const { entered, put, about } = useControl(props);
  const { ask, dialog } = useConfirm(element['confirm']);
  const chosen = entered ? entered['selected_option'] : element['initial_option'];
  return (
    <>
      <select
        {...about}
        className="control"
        value={valueOfOption(chosen)}
        onChange={({ target }) => {
          const option = optionsOf(element).find((each) => valueOfOption(each) === target.value);
          ask(() => put({ selected_option: option ?? null }));
        }}
      >
        <option value="">{wordsOf(element['placeholder']) || 'Choose an option'}</option>
        {groupsOf(element).map(({ label, options }) => {
          const items = options.map((option) => (
            <option key={valueOfOption(option)} value={valueOfOption(option)}>
              {wordsOf(option['text'])}
            </option>
          ));
          return label ? (
            <optgroup key={label} label={label}>
              {items}
            </optgroup>
          ) : (
            items
          );
        })}
      </select>
      {dialog}
    </>
  );
}

/** A menu of strings, such as people. */
export function PlainSelect(props: {
  readonly about: object;
  readonly value: unknown;
  readonly placeholder: string;
  readonly items: readonly { readonly id: string; readonly name: string }[];
  readonly choose: (id: string | null) => void;
}) {
  return (
    <select
      {...props.about}
      className="control"
      value={stringOf(props.value)}
      onChange={({ target }) => props.choose(target.value || null)}
    >
      <option value="">{props.placeholder}</option>
      {props.items.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
}
