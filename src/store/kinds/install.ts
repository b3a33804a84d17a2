import * as z from 'zod/mini';
import type { Installation } from '../../installation.ts';
import { kind } from '../layer/kind.ts';
import { stamp } from './track.ts';

const name = z.string().check(z.minLength(1));

const schema = z.object({
  /** The bot's token and what the next one is got with, both sealed. */
  tok: z.exactOptional(name),
  ref: z.exactOptional(name),
  /** When the token ends, in milliseconds. */
  exp: z.exactOptional(z.int()),
  /** Until then somebody is at getting the next token. */
  busy: z.exactOptional(z.int()),
  scopes: z.array(name),
  app: z.exactOptional(name),
  bot: z.exactOptional(name),
  by: z.exactOptional(name),
  at: z.int(),
  gone: z.exactOptional(z.int()),
  v: stamp,
});

type InstallAttributes = z.output<typeof schema>;

/** The app in a workspace; one row each. */
export const installKind = kind('install', 'w#{team}', 'install', schema);

/** An installation as attributes. */
export function installAttributes(installation: Installation): InstallAttributes {
  const { sealedToken, rotation, appId, botUserId, installedBy, removedAt } = installation;
  return {
    ...(sealedToken === undefined ? {} : { tok: sealedToken }),
    ...(rotation === undefined ? {} : { ref: rotation.sealedRefresh, exp: rotation.expiresAt }),
    scopes: [...installation.scopes],
    ...(appId === undefined ? {} : { app: appId }),
    ...(botUserId === undefined ? {} : { bot: botUserId }),
    ...(installedBy === undefined ? {} : { by: installedBy }),
    at: installation.installedAt,
    ...(removedAt === undefined ? {} : { gone: removedAt }),
    v: installation.version,
  };
}

/** The installation that a row stands for. */
export function toInstallation(row: { team: string } & InstallAttributes): Installation {
  const { team, tok, ref, exp, app, bot, by, gone } = row;
  return {
    workspaceId: team,
    ...(tok === undefined ? {} : { sealedToken: tok }),
    ...(ref === undefined || exp === undefined ? {} : { rotation: { sealedRefresh: ref, expiresAt: exp } }),
    scopes: row.scopes,
    ...(app === undefined ? {} : { appId: app }),
    ...(bot === undefined ? {} : { botUserId: bot }),
    ...(by === undefined ? {} : { installedBy: by }),
    installedAt: row.at,
    ...(gone === undefined ? {} : { removedAt: gone }),
    version: row.v,
  };
}
