import type { App } from '@slack/bolt';
import { readDirectory } from '../../store/directory.ts';
import { readHome } from '../../store/home.ts';
import { recentlySince } from '../know-member.ts';
import { memberOf, type Parts, readSearchBody, requestedAtOf } from '../requests.ts';
import { OPTIONS, slackOption } from '../views/form.ts';
import { taskOptions } from './task-options.ts';
import { ownZoneOptions, zoneOptions } from './zone-options.ts';

/** Registers what fills the selects while a person types. */
export function registerOptions(app: App, { store }: Parts): void {
  app.options(OPTIONS.task, async ({ body, context, ack }) => {
    const search = readSearchBody(body);
    const member = search && memberOf(search);
    if (search === undefined || member === undefined) return ack({ options: [] });
    const [home, { tasks }] = await Promise.all([
      readHome(store, member, recentlySince(requestedAtOf(context))),
      readDirectory(store, member.workspaceId),
    ]);
    await ack({ options: taskOptions(search.value, tasks, home.entries).map(slackOption) });
  });

  app.options(OPTIONS.ownZone, async ({ body, ack }) => {
    await ack({ options: ownZoneOptions(readSearchBody(body)?.value ?? '').map(slackOption) });
  });

  app.options(OPTIONS.zone, async ({ body, ack }) => {
    await ack({ options: zoneOptions(readSearchBody(body)?.value ?? '').map(slackOption) });
  });
}
