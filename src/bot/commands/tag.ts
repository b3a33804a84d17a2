import type { Command } from '../../phrase/command.ts';
import type { TagChange } from '../../tag-change.ts';
import type { MemberCall } from '../call.ts';
import { refusalReply, tagDoneReply } from '../messages/tag-words.ts';
import type { Reply } from '../slack/blocks.ts';
import { applyTagChange } from './tag-change.ts';
import { recentPeriod } from './tags.ts';

type TagCommand = Extract<Command, { name: `tag ${string}` }>;

/** Renames, merges or archives a tag; entries follow without being rewritten. */
export function tag(call: MemberCall, command: TagCommand): Promise<Reply> {
  return tagReply(call, changeOf(command));
}

/** The same for a change however it was asked for. */
export async function tagReply(call: MemberCall, change: TagChange): Promise<Reply> {
  const outcome = await applyTagChange(call, change);
  return outcome.kind === 'done'
    ? tagDoneReply(outcome.change, outcome.undo, recentPeriod(call))
    : refusalReply(outcome.refusal);
}

function changeOf(command: TagCommand): TagChange {
  switch (command.name) {
    case 'tag rename':
      return { kind: 'rename', from: command.from, to: command.to };
    case 'tag merge':
      return { kind: 'merge', from: command.from, to: command.to };
    case 'tag archive':
      return { kind: 'archive', tag: command.tag };
    case 'tag unarchive':
      return { kind: 'unarchive', tag: command.tag };
    default:
      return command satisfies never;
  }
}
