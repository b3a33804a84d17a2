import { useConfirm } from '../confirm.tsx';
import { stringOf, wordsOf } from '../reading.ts';
import { PlainText } from '../text-blocks.tsx';
import { type ControlProps, useControl } from './use-control.ts';

export function ButtonControl(props: ControlProps) {
  const { element } = props;
  const { press } = useControl(props);
  const { ask, dialog } = useConfirm(element['confirm']);
  const url = stringOf(element['url']);
  const style = stringOf(element['style']);
  return (
    <>
      <button
        type="button"
        className={style ? `button button-${style}` : 'button'}
        aria-label={stringOf(element['accessibility_label']) || undefined}
        onClick={() =>
          ask(() => {
            if (url) window.open(url, '_blank', 'noopener');
            press({});
          })
        }
      >
        <PlainText text={wordsOf(element['text'])} />
      </button>
      {dialog}
    </>
  );
}
