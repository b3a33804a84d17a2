import { blockOn, type Surface } from './blocks.ts';
import { check } from './check.ts';
import { exactlyOne, menuOption, optionGroup } from './composition.ts';
import { reportDuplicateIds } from './ids.ts';
import { LIMITS } from './limits.ts';
import { mrkdwnDangers } from './mrkdwn.ts';
import { uniqueValues } from './option-rules.ts';
import { type Fields, isFields, listOf, type Problem, type Report } from './problem.ts';
import { boolean, list, object, optional, plain, type Shape, string, word } from './shape.ts';
import { reportMessageTotals } from './totals.ts';
import { reportResponseUrls, reportViewTotals } from './view-rules.ts';

/**
 * What Slack would refuse in a message (`text`, `blocks`), whichever way it is sent: the answer to a command, a post to a
 * response URL, `chat.postMessage`. Other fields are not looked at. An empty list means that nothing was found.
 */
export function lintMessage(payload: unknown): readonly Problem[] {
  return collect((report) => {
    if (!isFields(payload)) {
      report('', 'a message must be an object');
      return;
    }
    if (payload['delete_original'] === true) return;
    lintText(payload, report);
    if (payload['blocks'] !== undefined)
      lintBlocks(payload['blocks'], 'message', LIMITS.message.blocks, report);
  });
}

/** What Slack would refuse in a modal or an App Home, for `views.*` and for a submission's `response_action`. */
export function lintView(view: unknown): readonly Problem[] {
  return collect((report) => {
    if (!isFields(view)) {
      report('', 'a view must be an object');
      return;
    }
    const type = view['type'];
    if (type !== 'modal' && type !== 'home') {
      report('/type', 'must be modal or home');
      return;
    }
    check(VIEWS[type], { ...view, blocks: undefined }, '', report);
    lintBlocks(view['blocks'], type, LIMITS.view.blocks, report);
    reportViewTotals(view, report);
  });
}

/** What Slack would refuse in the options for an external select. */
export function lintOptions(answer: unknown): readonly Problem[] {
  return collect((report) => check(OPTIONS, answer, '', report));
}

const OPTIONS = object(
  {
    options: optional(list(menuOption, LIMITS.select.options, 0)),
    option_groups: optional(list(optionGroup, LIMITS.select.groups, 0)),
  },
  exactlyOne('options', 'option_groups'),
  uniqueValues,
);

const anyView = {
  blocks: optional({ kind: 'anything' }),
  callback_id: optional(string(LIMITS.view.callbackId, { min: 0 })),
  external_id: optional(string(LIMITS.view.externalId, { min: 0 })),
  private_metadata: optional(string(LIMITS.view.privateMetadata, { min: 0 })),
};
const VIEWS: Readonly<Record<'modal' | 'home', Shape>> = {
  home: object({ ...anyView, type: word('home') }),
  modal: object({
    ...anyView,
    type: word('modal'),
    title: plain(LIMITS.view.title),
    submit: optional(plain(LIMITS.view.submit)),
    close: optional(plain(LIMITS.view.close)),
    clear_on_close: optional(boolean),
    notify_on_close: optional(boolean),
    submit_disabled: optional(boolean),
  }),
};

function lintText(message: Fields, report: Report): void {
  const text = message['text'];
  if (text === undefined || text === '') {
    report('/text', 'is missing: it is the notification and what screen readers say');
    return;
  }
  check(string(LIMITS.message.text), text, '/text', report);
  if (typeof text === 'string' && message['mrkdwn'] !== false) {
    for (const danger of mrkdwnDangers(text)) report('/text', danger);
  }
}

function lintBlocks(blocks: unknown, surface: Surface, max: number, report: Report): void {
  check(list(blockOn(surface), max, surface === 'message' ? 1 : 0), blocks, '/blocks', report);
  reportDuplicateIds(listOf(blocks), report);
  reportResponseUrls(listOf(blocks), surface === 'modal', report);
  if (surface === 'message') reportMessageTotals(listOf(blocks), report);
}

function collect(run: (report: Report) => void): readonly Problem[] {
  const problems: Problem[] = [];
  run((pointer, problem) => problems.push({ pointer, problem }));
  return problems;
}
