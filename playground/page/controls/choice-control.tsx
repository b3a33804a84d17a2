import { fieldListOf, fieldsOf, wordsOf } from '../reading.ts';
import { TextObject } from '../text-blocks.tsx';
import { Choices } from './choices.tsx';
import { optionsOf, valueOfOption } from './options.ts';
import { type ControlProps, useControl } from './use-control.ts';

/** Checkboxes, radio buttons and menus with several choices. */
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

  const choices = optionsOf(element).map((option) => ({
    value: valueOfOption(option),
    label: <TextObject text={fieldsOf(option['text'])} />,
    isChosen: chosen.includes(valueOfOption(option)),
    ...(option['description'] !== undefined && { description: wordsOf(option['description']) }),
  }));
  return (
    <Choices
      about={about}
      type={isRadio ? 'radio' : 'checkbox'}
      isNamed={block['type'] === 'input'}
      choices={choices}
      toggle={toggle}
    />
  );
}
