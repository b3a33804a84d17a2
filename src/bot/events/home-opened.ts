import * as z from 'zod/mini';
import { followZone } from '../follow-zone.ts';
import { publishHome, publishZoneNeeded, weekSince } from '../home/publish-home.ts';
import { knowMember } from '../know-member.ts';
import type { EventHandler } from './event.ts';

const opened = z.object({
  tab: z.string(),
  view: z.nullish(z.object({ hash: z.string().check(z.minLength(1)) })),
});

/** Publishes App Home when its tab is opened, if it changed; the app's other tab opens with the same event. */
export const homeOpened: EventHandler = async (call, event) => {
  const { data } = opened.safeParse(event);
  if (data?.tab !== 'home') return;
  const known = await knowMember(call, weekSince(call.now));
  if (known === undefined) {
    await publishZoneNeeded(call);
    return;
  }
  const moved = await followZone(known);
  const shown = data.view?.hash;
  await publishHome(call, {
    ...(shown === undefined ? {} : { shown }),
    // On a new clock everything is read anew.
    ...(moved === undefined ? { known } : { notice: moved }),
  });
};
