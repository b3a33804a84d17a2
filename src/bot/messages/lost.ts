import type { Lost } from '../../store/kinds/lost.ts';
import { type LocalDate, localDateOf, type Zone } from '../../time.ts';
import { actions, type Block, button, section } from '../slack/blocks.ts';
import { ACTION } from '../wire/action-ids.ts';
import { encodeLost } from '../wire/lost-value.ts';
import { dayWords } from './words.ts';

/** Where and when a member is. */
type Here = { readonly zone: Zone; readonly today: LocalDate };

/** Tells of a message that Slack may have swallowed. */
export function lostWords({ errand, bucket }: Lost, { zone, today }: Here): string {
  const day = dayWords(localDateOf(bucket, zone), today);
  switch (errand) {
    case 'digest':
      return `:warning: Your weekly digest of ${day} may not have reached you: Slack did not say.`;
    case 'reminder':
      return `:warning: You wanted to be reminded ${day}, and that may not have reached you: Slack did not say.`;
    default:
      return errand satisfies never;
  }
}

/** The same with what can be done about it. */
export function lostBlocks(lost: Lost, here: Here): Block[] {
  const value = encodeLost(lost);
  const show = button({ action: ACTION.showLost, text: 'Show digest', value });
  const away = button({
    action: ACTION.putLostAway,
    text: 'Put away',
    value,
    label: 'Put away the news of a message that may be lost',
  });
  return [
    section(lostWords(lost, here)),
    actions(`lost-${lost.errand}`, [...(lost.errand === 'digest' ? [show] : []), away]),
  ];
}
