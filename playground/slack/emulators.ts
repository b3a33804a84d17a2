import { type Emulator, startEmulator } from './emulator.ts';
import type { Grant } from './grants.ts';
import type { Team } from './workspace.ts';

/** A workspace with the emulator that it alone is in: an emulator knows but one. */
export type TeamEmulator = { readonly team: Team; readonly emulator: Emulator };

/** By the workspace's id. */
export type Emulators = ReadonlyMap<string, TeamEmulator>;

export type EmulatorsOptions = {
  readonly scopes: readonly string[];
  readonly grants: readonly Grant[];
  readonly redirectUrl: string;
};

export async function startEmulators(
  teams: readonly Team[],
  { scopes, grants, redirectUrl }: EmulatorsOptions,
): Promise<Emulators> {
  const started = teams.map(async (team) => {
    const tokens = grants.flatMap(({ teamId, token }) => (teamId === team.id ? [token] : []));
    const emulator = await startEmulator(team, { scopes, tokens, redirectUrl });
    return [team.id, { team, emulator }] as const;
  });
  return new Map(await Promise.all(started));
}
