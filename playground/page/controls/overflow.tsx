import { useConfirm } from '../confirm.tsx';
import { Menu } from '../menu.tsx';
import { stringOf, wordsOf } from '../reading.ts';
import { optionsOf, valueOfOption } from './options.ts';
import { type ControlProps, useControl } from './use-control.ts';

/** The menu behind three dots. */
export function Overflow(props: ControlProps) {
  const { element } = props;
  const { press, about } = useControl(props);
  const { ask, dialog } = useConfirm(element['confirm']);
  const items = optionsOf(element).map((option) => ({
    key: valueOfOption(option),
    label: wordsOf(option['text']),
    choose: () =>
      ask(() => {
        if (option['url'] !== undefined) window.open(stringOf(option['url']), '_blank', 'noopener');
        press({ selected_option: option });
      }),
  }));
  return (
    <>
      <Menu id={about.id} label={about['aria-label'] ?? 'More'} face="⋯" items={items} />
      {dialog}
    </>
  );
}
