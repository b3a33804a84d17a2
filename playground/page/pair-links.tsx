import { PAIR_ADDRESS, TEAMS_ADDRESS } from './pair.tsx';

type Props = { readonly isInPair: boolean; readonly hasOthers: boolean };

/** The ways into two at once, and out of it. */
export function PairLinks({ isInPair, hasOthers }: Props) {
  const links = isInPair
    ? [{ href: '/', label: 'One at a time' }]
    : [
        { href: PAIR_ADDRESS, label: 'Two side by side' },
        ...(hasOthers ? [{ href: TEAMS_ADDRESS, label: 'Both workspaces' }] : []),
      ];
  return (
    <div className={isInPair ? 'pair-links' : 'pair-links pair-links-out'}>
      {links.map(({ href, label }) => (
        <a key={href} className="place-link" target="_top" href={href}>
          <span className="hash" aria-hidden="true">
            ◫
          </span>
          {label}
        </a>
      ))}
    </div>
  );
}
