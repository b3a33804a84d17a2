import { APP_AUTHOR } from '../slack/snapshot.ts';
import { personById } from '../slack/workspace.ts';

/** A small picture of who speaks; it says nothing to screen readers, the name stands beside it. */
export function Avatar({ author, small = false }: { readonly author: string; readonly small?: boolean }) {
  const size = small ? 'avatar avatar-small' : 'avatar';
  if (author === APP_AUTHOR) {
    return (
      <span className={`${size} avatar-app`} aria-hidden="true">
        <svg viewBox="0 0 24 24" focusable="false" aria-hidden="true">
          <circle cx="12" cy="12" r="7.5" />
          <path d="M12 7.5V12l3 2.2" />
        </svg>
      </span>
    );
  }
  const person = personById(author);
  return (
    <span className={`${size} avatar-${person?.name ?? 'slack'}`} aria-hidden="true">
      {person ? person.realName.slice(0, 1) : 'S'}
    </span>
  );
}
