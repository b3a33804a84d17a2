import type { Tag } from '../../tag.ts';
import type { TagChange } from '../../tag-change.ts';
import { actions, button, plainReply, type Reply, reply, section } from '../slack/blocks.ts';
import { escapeText } from '../slack/escape.ts';
import { pasteableLine } from '../slack/typed-text.ts';
import { ACTION } from '../wire/action-ids.ts';
import type { Page } from '../wire/page.ts';
import { encodePage } from '../wire/page.ts';
import { encodeTagErrand, type TagErrand } from '../wire/tag-errand.ts';
import { undoButton } from './undo-button.ts';

/** Why tags were not changed: in a sentence of mrkdwn, in plain words for a form's field, and what could be done instead. */
export type TagRefusal = {
  readonly text: string;
  readonly line?: string;
  readonly offer?: TagErrand & { readonly to: Tag };
};

/** The tags were changed by another device a moment ago. */
export const tagChanged: TagRefusal = {
  text: 'Your tags were changed a moment ago, so nothing was done. Please look with /track tags, and say it again.',
};

/** An earlier delivery of the request did it, and it was undone since. */
export const tagTakenBack: TagRefusal = {
  text: 'That was done before, and taken back since. /track redo may bring it back.',
};

/** Nothing carries such a tag; perhaps one that is written nearly so was meant. */
export function unknownTag(tag: Tag, near: readonly Tag[]): TagRefusal {
  const meant = near.length === 0 ? '' : ` Did you mean ${near.slice(0, 3).map(hash).join(' or ')}?`;
  return { text: `You have no tag ${hash(tag)}.${meant}`, line: 'tags' };
}

/** Both names are one and the same. */
export function isNoName(tag: Tag): TagRefusal {
  return { text: `${hash(tag)} is called so already, so there is nothing to do.` };
}

/** The tag goes by another name since a rename or merge. */
export function isOldName(old: Tag, now: Tag, change: Exclude<TagChange, { tag: Tag }>): TagRefusal {
  const text = `${hash(old)} is called ${hash(now)} now.`;
  return change.to === now ? { text } : { text, line: `tag ${change.kind} ${now} ${change.to}` };
}

/** The new name is taken; `old` where it is what that tag was called before. */
export function exists(from: Tag, to: Tag, old: Tag = to): TagRefusal {
  const why =
    old === to ? `There is a tag ${hash(to)} already` : `${hash(old)} is an old name of ${hash(to)}`;
  return {
    text: `${why}, so ${hash(from)} was not renamed. Merging puts all of ${hash(from)} under ${hash(to)}.`,
    offer: { errand: 'merge', tag: from, to },
  };
}

/** Everything stands as wished. */
export function oneAlready(change: TagChange): TagRefusal {
  if (!('tag' in change)) return { text: `${hash(change.from)} is called ${hash(change.to)} already.` };
  return { text: `${hash(change.tag)} is ${change.kind === 'archive' ? 'archived' : 'in use'} already.` };
}

/** A refusal as an answer. */
export function refusalReply({ text, line, offer }: TagRefusal): Reply {
  const said = escapeText(text) + (line === undefined ? '' : ` Try ${pasteableLine(line)}.`);
  if (offer === undefined) return plainReply(said);
  const label = `Merge into #${offer.to}`;
  return reply(said, [
    section(said),
    actions('tag', [button({ action: ACTION.mergeTags, text: label, value: encodeTagErrand(offer) })]),
  ]);
}

/** The echo of a change of tags, with the way back and the way to all of them. */
export function tagDoneReply(change: TagChange, undo: string, period: Page['period']): Reply {
  const line = doneLine(change);
  return reply(line, [
    section(line),
    actions('tag', [
      undoButton(undo),
      button({ action: ACTION.moreTags, text: 'All tags', value: encodePage({ period, skip: 0 }) }),
    ]),
  ]);
}

function doneLine(change: TagChange): string {
  switch (change.kind) {
    case 'rename':
      return `:label: Renamed ${bold(change.from)} to ${bold(change.to)}. All that was logged with it is called so from now on; type either.`;
    case 'merge':
      return `:label: Merged ${bold(change.from)} into ${bold(change.to)}. All that was logged with either counts as ${hashed(change.to)} from now on; type either.`;
    case 'archive':
      return `:file_cabinet: Archived ${bold(change.tag)}. It is still counted, and suggested no more.`;
    case 'unarchive':
      return `:label: ${bold(change.tag)} is in use again.`;
    default:
      return change satisfies never;
  }
}

function bold(tag: Tag): string {
  return `*${hashed(tag)}*`;
}

function hashed(tag: Tag): string {
  return escapeText(hash(tag));
}

function hash(tag: Tag): string {
  return `#${tag}`;
}
