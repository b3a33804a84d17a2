import type { App } from '@slack/bolt';
import { addDays } from '../../time.ts';
import { recentlySince } from '../know-member.ts';
import { memberOf, readSearchBody } from '../payloads.ts';
import { type Parts, requestedAtOf, storeFor } from '../requests.ts';
import { OPTIONS, slackOption } from '../views/form.ts';
import { findTasks } from './find-tasks.ts';
import { taskOptions } from './task-options.ts';
import { ownZoneOptions, zoneOptions } from './zone-options.ts';

/** Tasks that were logged on in so many days count as recent. */
const RECENT_DAYS = 14;

/** Registers what fills the selects while a person types. */
export function registerOptions(app: App, parts: Parts): void {
  app.options(OPTIONS.task, async ({ body, context, ack }) => {
    const search = readSearchBody(body);
    const member = search && memberOf(search);
    if (search === undefined || member === undefined) return ack({ options: [] });
    const since = addDays(recentlySince(requestedAtOf(context)), -RECENT_DAYS);
    const found = await findTasks(
      { store: storeFor(parts, context), member, directory: parts.directory, since },
      search.value,
    );
    await ack({ options: taskOptions(found).map(slackOption) });
  });

  app.options(OPTIONS.ownZone, async ({ body, ack }) => {
    await ack({ options: ownZoneOptions(readSearchBody(body)?.value ?? '').map(slackOption) });
  });

  app.options(OPTIONS.zone, async ({ body, ack }) => {
    await ack({ options: zoneOptions(readSearchBody(body)?.value ?? '').map(slackOption) });
  });
}
