import type { ReactNode } from 'react';
import type { Team } from '../slack/workspace.ts';

type Props = { readonly team: Team; readonly className: string; readonly children: ReactNode };

/** The way into the app's own page of installation, which Slack opens beside itself. */
export function AddApp({ team, className, children }: Props) {
  return (
    <a className={className} href="/install" target="_blank" rel="noopener">
      {children}
      <span className="unseen"> ({team.name}, opens in a new tab)</span>
    </a>
  );
}
