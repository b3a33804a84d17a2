import { fieldListOf, wordsOf } from '../reading.ts';
import { optionsOf, valueOfOption } from './options.ts';
import { type ControlProps, useControl } from './use-control.ts';

/** Checkboxes, radio buttons and menus with several choices: all options in sight, each with its label. */
export function ChoiceControl(props: ControlProps) {
  const { block, element } = props;
  const { entered, put, about } = useControl(props);
  const isRadio = element['type'] === 'radio_buttons';
  const single = entered ? entered['selected_option'] : element['initial_option'];
  const several = fieldListOf(entered ? entered['selected_options'] : element['initial_options']);
  const chosen = isRadio ? [valueOfOption(single)] : several.map(valueOfOption);

  function toggle(value: string, isChosen: boolean) {
    const options = optionsOf(element);
    if (isRadio)
      return put({ selected_option: options.find((option) => valueOfOption(option) === value) ?? null });
    const next = options.filter((option) => {
      const each = valueOfOption(option);
      return each === value ? isChosen : chosen.includes(each);
    });
    put({ selected_options: next });
  }

  const choices = optionsOf(element).map((option) => {
    const value = valueOfOption(option);
    return (
      <label key={value} className="choice">
        <input
          type={isRadio ? 'radio' : 'checkbox'}
          name={about.id}
          checked={chosen.includes(value)}
          onChange={({ target }) => toggle(value, target.checked)}
        />
        <span>
          {wordsOf(option['text'])}
          {option['description'] !== undefined && <small>{wordsOf(option['description'])}</small>}
        </span>
      </label>
    );
  });
  if (block['type'] === 'input') return <div className="choices">{choices}</div>;
  return (
    <fieldset className="choices choices-inline">
      <legend>{about['aria-label']}</legend>
      {choices}
    </fieldset>
  );
}
