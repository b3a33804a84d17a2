import { APP, type Team } from '../slack/workspace.ts';

/** The way into the app's own page of installation, which Slack opens beside itself. */
export function AddApp({ team, className }: { readonly team: Team; readonly className: string }) {
  return (
    <a className={className} href="/install" target="_blank" rel="noopener">
      Add {APP.name} to this workspace
      <span className="unseen"> ({team.name}, opens in a new tab)</span>
    </a>
  );
}
