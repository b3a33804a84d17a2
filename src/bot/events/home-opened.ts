import * as z from 'zod';
import { publishHome } from '../home/publish-home.ts';
import type { EventHandler } from './event.ts';

const opened = z.object({
  tab: z.string(),
  view: z.object({ hash: z.string().min(1) }).nullish(),
});

/** Publishes App Home when its tab is opened, if it changed; the app's other tab opens with the same event. */
export const homeOpened: EventHandler = async (call, event) => {
  const { data } = opened.safeParse(event);
  if (data?.tab !== 'home') return;
  const shown = data.view?.hash;
  await publishHome(call, shown === undefined ? {} : { shown });
};
