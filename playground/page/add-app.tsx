import { APP, type Team } from '../slack/workspace.ts';

/** The way into the app's own page of installation, which Slack opens beside itself. */
export function AddApp({ team, className }: { readonly team: Team; readonly className: string }) {
  return (
    <a
      className={className}
      href="/install"
      target="_blank"
      rel="noopener"
      title={`Opens the page on which ${APP.name} is added to ${team.name}, in a new tab`}
    >
      Add {APP.name} to this workspace
    </a>
  );
}
