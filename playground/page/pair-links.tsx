import { PAIR_ADDRESS, TEAMS_ADDRESS } from './pair.tsx';

type Props = { readonly isInPair: boolean; readonly hasOthers: boolean };

/** One window, one in two halves, and the tiles of two workspaces. */
const ONE = 'M3.5 5h17v14h-17z';
const HALVES = `${ONE}M12 5v14`;
const TILES = 'M1.5 7.5h9v9h-9zM13.5 7.5h9v9h-9z';

/** The ways into two at once, and out of it. */
export function PairLinks({ isInPair, hasOthers }: Props) {
  const links = isInPair
    ? [{ href: '/', label: 'One at a time', icon: ONE }]
    : [
        { href: PAIR_ADDRESS, label: 'Two side by side', icon: HALVES },
        ...(hasOthers ? [{ href: TEAMS_ADDRESS, label: 'Both workspaces', icon: TILES }] : []),
      ];
  return (
    <div className={isInPair ? 'pair-links' : 'pair-links pair-links-out'}>
      {links.map(({ href, label, icon }) => (
        <a key={href} className="place-link" target="_top" href={href}>
          <svg className="pair-icon" viewBox="0 0 24 24" focusable="false" aria-hidden="true">
            <path d={icon} />
          </svg>
          <span className="pair-word">{label}</span>
        </a>
      ))}
    </div>
  );
}
