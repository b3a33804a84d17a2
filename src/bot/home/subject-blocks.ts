import type { Tag } from '../../tag.ts';
import { type TaskSummary, taskName } from '../../task.ts';
import type { MemberCall } from '../call.ts';
import { recentTags } from '../recent-tags.ts';
import { actions, type Block, button, header } from '../slack/blocks.ts';
import { escapeText, shorten } from '../slack/escape.ts';
import { ACTION } from '../wire/action-ids.ts';
import { encodePrefill } from '../wire/prefill.ts';

const MOST_TAGS = 8;
const TITLE_SHOWN = 150;

/** Open tasks, each with a button that opens the log form for it. */
export function taskBlocks(tasks: readonly TaskSummary[]): Block[] {
  if (tasks.length === 0) return [];
  return [header('Open tasks'), ...tasks.map(taskBlock)];
}

/** The tags of the last days, the newest first, each a button that opens the log form with it. */
export function tagBlocks(call: MemberCall): Block[] {
  const shown = recentTags(call).slice(0, MOST_TAGS);
  if (shown.length === 0) return [];
  return [header('Log on a tag'), actions('tags', shown.map(tagButton))];
}

function taskBlock({ number, title }: TaskSummary): Block {
  return {
    type: 'section',
    block_id: `task-${number}`,
    text: { type: 'mrkdwn', text: `*${taskName(number)}* ${escapeText(shorten(title, TITLE_SHOWN))}` },
    accessory: button({
      action: ACTION.logTime,
      text: 'Log',
      value: encodePrefill({ task: number }),
      label: `Log time on ${taskName(number)}`,
    }),
  };
}

function tagButton(tag: Tag, index: number) {
  return button({
    action: `${ACTION.logTime}-${index}`,
    text: `#${tag}`,
    value: encodePrefill({ tag }),
    label: `Log time on ${tag}`,
  });
}
