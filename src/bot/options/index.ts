import type { App } from '@slack/bolt';
import { readDirectory } from '../../store/directory.ts';
import { readHome } from '../../store/home.ts';
import { recentlySince } from '../know-member.ts';
import { type Parts, readSearchBody, requestedAtOf } from '../requests.ts';
import { OPTIONS, slackOption } from '../views/form.ts';
import { taskOptions } from './task-options.ts';
import { zoneOptions } from './zone-options.ts';

/** Registers what fills the selects while a person types. */
export function registerOptions(app: App, { store }: Parts): void {
  app.options(OPTIONS.task, async ({ body, context, ack }) => {
    const search = readSearchBody(body);
    if (search === undefined) return ack({ options: [] });
    const member = { workspaceId: search.team.id, memberId: search.user.id };
    const [home, { tasks }] = await Promise.all([
      readHome(store, member, recentlySince(requestedAtOf(context))),
      readDirectory(store, member.workspaceId),
    ]);
    await ack({ options: taskOptions(search.value, tasks, home.entries).map(slackOption) });
  });

  app.options(OPTIONS.zone, async ({ body, ack }) => {
    await ack({ options: zoneOptions(readSearchBody(body)?.value ?? '').map(slackOption) });
  });
}
