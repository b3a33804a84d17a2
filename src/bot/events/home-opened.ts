import * as z from 'zod';
import { followZone } from '../follow-zone.ts';
import { publishHome } from '../home/publish-home.ts';
import type { EventHandler } from './event.ts';

const opened = z.object({
  tab: z.string(),
  view: z.object({ hash: z.string().min(1) }).nullish(),
});

/**
 * Publishes App Home when its tab is opened, if it changed; the app's other tab opens with the same event. A member who moved
 * sees it twice, the second time on their new clock.
 */
export const homeOpened: EventHandler = async (call, event) => {
  const { data } = opened.safeParse(event);
  if (data?.tab !== 'home') return;
  const shown = data.view?.hash;
  const published = publishHome(call, shown === undefined ? {} : { shown });
  const [hasMoved] = await Promise.all([followZone(call), published]);
  if (hasMoved) await publishHome(call);
};
