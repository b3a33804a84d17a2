import type { Events } from './events.ts';
import type { Grants } from './grants.ts';
import { isSubscribed, type Manifest } from './manifest.ts';
import type { Views } from './views.ts';
import { APP, type Person, teamOf } from './workspace.ts';

/** Takes the app out of a member's workspace; false where it is not in there. */
export type Uninstall = (person: Person) => Promise<boolean>;

export type RemovalParts = {
  readonly grants: Grants;
  readonly views: Views;
  readonly events: Events;
  readonly manifest: Manifest;
  readonly now: () => number;
};

/** The app's tokens there end at once, with all it has on the screen but its messages; then it hears of it twice, as from Slack. */
export function createUninstall({ grants, views, events, manifest, now }: RemovalParts): Uninstall {
  return async (person) => {
    const { id, people } = teamOf(person);
    if (!grants.isInstalled(id)) return false;
    grants.revoke(id, now());
    for (const member of people) views.forget(member.id);
    const bot = [APP.botUserId];
    const told = [{ type: 'tokens_revoked', tokens: { oauth: [], bot } }, { type: 'app_uninstalled' }];
    for (const event of told) if (isSubscribed(manifest, event.type)) await events.send(event, id);
    return true;
  };
}
