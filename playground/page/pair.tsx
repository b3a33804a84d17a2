import { PEOPLE } from '../slack/workspace.ts';

const IN_PAIR = 'pair';

/** The address at which two members are seen side by side. */
export const PAIR_ADDRESS = `/?${IN_PAIR}`;

/** Whether the address asks for two members at once. */
export function isPairAsked(): boolean {
  return new URLSearchParams(location.search).has(IN_PAIR);
}

/** Whether this page is one of the two. */
export function isInPair(): boolean {
  return window.parent !== window;
}

/** The first two members, each at their own machine: more would be too narrow. */
export function Pair() {
  return (
    <div className="pair">
      {PEOPLE.slice(0, 2).map(({ id, name, realName }) => (
        <iframe key={id} title={realName} src={`/?member=${name}`} />
      ))}
    </div>
  );
}
