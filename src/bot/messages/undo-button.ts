import { type Button, button } from '../slack/blocks.ts';
import { ACTION } from '../wire/action-ids.ts';

/** The way back; `value` tells what it takes back. */
export function undoButton(value: string): Button {
  return button({ action: ACTION.undo, text: 'Undo', value });
}
