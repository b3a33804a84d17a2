import { tagReply } from '../commands/tag.ts';
import { recentPeriod, tagsPage } from '../commands/tags.ts';
import { openForm } from '../views/open-form.ts';
import { tagForm } from '../views/tag-form.ts';
import { decodePage } from '../wire/page.ts';
import { decodeTagErrand } from '../wire/tag-errand.ts';
import { answerTo, type PressHandler } from './press.ts';

/** Turns the list of tags to its next page. */
export const moreTagsPressed: PressHandler = (call, { value }) =>
  tagsPage(call, decodePage(value) ?? { period: recentPeriod(call), skip: 0 });

/** Merges two tags, as an answer to a rename offered it. */
export const mergeTagsPressed: PressHandler = (call, press) => {
  const errand = decodeTagErrand(press.value);
  if (errand?.errand !== 'merge' || errand.to === undefined) return moreTagsPressed(call, press);
  return tagReply(call, { kind: 'merge', from: errand.tag, to: errand.to });
};

/** Does what a tag's menu says: archives at once, asks for the other name in a form. */
export const tagErrandChosen: PressHandler = async (call, press) => {
  const errand = decodeTagErrand(press.value);
  if (errand === undefined) return moreTagsPressed(call, press);
  const { errand: kind, tag } = errand;
  if (kind === 'archive' || kind === 'unarchive') return tagReply(call, { kind, tag });
  return openForm(call, answerTo(press), { tag }, (state) => tagForm({ kind, tag, state }));
};
