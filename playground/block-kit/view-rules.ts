import { LIMITS } from './limits.ts';
import { type Fields, isFields, listOf, type Report } from './problem.ts';
import { utf8Bytes } from './text-length.ts';

/** Reports what no single block of a view shows: its size, its submit, and elements of which a view has only one. */
export function reportViewTotals(view: Fields, report: Report): void {
  const bytes = utf8Bytes(JSON.stringify(view));
  if (bytes > LIMITS.view.bytes) {
    report('', `has ${bytes} bytes, above ${LIMITS.view.bytes} Slack answers view_too_large`);
  }
  const blocks = listOf(view['blocks']).filter(isFields);
  if (
    view['type'] === 'modal' &&
    view['submit'] === undefined &&
    blocks.some(({ type }) => type === 'input')
  ) {
    report('', 'submit is missing: a modal with input blocks needs it');
  }
  let isFocused = false;
  for (const { element, pointer } of blocks.flatMap(elementsAt)) {
    if (element['focus_on_load'] === true && isFocused) {
      report(`${pointer}/focus_on_load`, 'is set twice: one element of a view may have the focus');
    }
    isFocused ||= element['focus_on_load'] === true;
  }
}

/** Reports menus that ask for a response URL where none comes: it does in the input blocks of a modal alone. */
export function reportResponseUrls(blocks: readonly unknown[], isModal: boolean, report: Report): void {
  for (const { block, element, pointer } of blocks.filter(isFields).flatMap(elementsAt)) {
    if (element['response_url_enabled'] === true && !(isModal && block['type'] === 'input')) {
      report(`${pointer}/response_url_enabled`, 'works in the input blocks of a modal alone');
    }
  }
}

type Place = { readonly block: Fields; readonly element: Fields; readonly pointer: string };

function elementsAt(block: Fields, index: number): readonly Place[] {
  const single = ['element', 'accessory'].map((name) => ({ element: block[name], at: name }));
  const several = listOf(block['elements']).map((element, at) => ({ element, at: `elements/${at}` }));
  return [...single, ...several].flatMap(({ element, at }) =>
    isFields(element) ? [{ block, element, pointer: `/blocks/${index}/${at}` }] : [],
  );
}
