import * as z from 'zod/mini';
import type { Workspace } from '../../workspace.ts';
import { kind } from '../layer/kind.ts';
import { timeOfDay, weekday, weekStart } from './prefs.ts';
import { stamp } from './track.ts';

const name = z.string().check(z.minLength(1));

const schema = z.object({
  leads: z.array(name),
  /** The team digest may name members. */
  named: z.exactOptional(z.literal(true)),
  digest: z.exactOptional(
    z.object({
      to: name,
      day: weekday,
      at: timeOfDay,
      tz: name,
      week: weekStart,
      by: z.exactOptional(name),
      /** Why Slack did not take the last one. */
      bad: z.exactOptional(name),
    }),
  ),
  v: stamp,
});

type WorkspaceAttributes = z.output<typeof schema>;

/** What holds for a whole workspace; one row each, absent until something is set. */
export const workspaceKind = kind('workspace', 'w#{team}', 'settings', schema);

/** A workspace's settings as attributes. */
export function workspaceAttributes({
  leads,
  namesMembers,
  digest,
  version,
}: Workspace): WorkspaceAttributes {
  return {
    leads: [...leads],
    ...(namesMembers ? { named: true } : {}),
    ...(digest === undefined
      ? {}
      : {
          digest: {
            to: digest.channel,
            day: digest.weekday,
            at: digest.time,
            tz: digest.zone,
            week: digest.weekStart,
            ...(digest.setBy === undefined ? {} : { by: digest.setBy }),
            ...(digest.trouble === undefined ? {} : { bad: digest.trouble }),
          },
        }),
    v: version,
  };
}

/** The settings that a row stands for. */
export function toWorkspace({ leads, named, digest, v }: WorkspaceAttributes): Workspace {
  return {
    leads,
    namesMembers: named ?? false,
    ...(digest === undefined
      ? {}
      : {
          digest: {
            channel: digest.to,
            weekday: digest.day,
            time: digest.at,
            zone: digest.tz,
            weekStart: digest.week,
            ...(digest.by === undefined ? {} : { setBy: digest.by }),
            ...(digest.bad === undefined ? {} : { trouble: digest.bad }),
          },
        }),
    version: v,
  };
}
