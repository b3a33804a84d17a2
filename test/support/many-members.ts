import { TEAM } from '../../playground/slack/workspace.ts';
import { entryAttributes, entryKind } from '../../src/store/kinds/entry.ts';
import { memberKind, ownerOf } from '../../src/store/kinds/member.ts';
import type { Store } from '../../src/store/store.ts';
import { putRows } from './put-rows.ts';
import { content } from './samples.ts';

/** So many members of the playground's workspace, each with so many half hours on Monday 2026-09-14; gives back their ids. */
export async function putMembers(store: Store, count: number, entries: number): Promise<readonly string[]> {
  const ids = Array.from({ length: count }, (_, index) => `UMANY${10_000 + index}`);
  const rows = ids.flatMap((memberId) => {
    const member = { workspaceId: TEAM.id, memberId };
    const logged = Array.from({ length: entries }, (_, index) =>
      entryKind.item({
        ...ownerOf(member),
        date: '2026-09-14',
        id: `${index}`.padStart(10, '0'),
        ...entryAttributes(member, content({ seconds: 1800, note: 'a note that nobody else sees' })),
        v: index + 1,
        m: index + 1,
      }),
    );
    return [memberKind.item({ ...ownerOf(member), v: 1 }), ...logged];
  });
  await putRows(store, rows);
  return ids;
}
