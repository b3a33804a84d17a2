import { listPage, recentList } from '../commands/list.ts';
import { decodePage } from '../wire/page.ts';
import type { PressHandler } from './press.ts';

/** Turns the list to its next page. */
export const olderPressed: PressHandler = (call, { value }) => {
  const page = decodePage(value);
  return page === undefined ? recentList(call) : listPage(call, page);
};
