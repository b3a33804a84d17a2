import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import type { EntryContent } from '../../src/entry.ts';
import type { Member } from '../../src/member.ts';
import { entryAttributes, entryKind } from '../../src/store/kinds/entry.ts';
import { ownerOf } from '../../src/store/kinds/member.ts';
import type { Store } from '../../src/store/store.ts';

/** Entries of a member, written by the batch and past every rule: for tests that need many to begin with. */
export async function putEntries(
  { client, table }: Store,
  member: Member,
  contents: readonly EntryContent[],
): Promise<void> {
  const items = contents.map((content, index) => {
    const id = `many${String(index).padStart(6, '0')}`;
    const track = { v: index + 1, m: index + 1 };
    const key = { ...ownerOf(member), date: content.date, id };
    return entryKind.item({ ...key, ...entryAttributes(member, content), ...track });
  });
  for (let at = 0; at < items.length; at += 25) {
    const requests = items.slice(at, at + 25).map((Item) => ({ PutRequest: { Item: { ...Item } } }));
    await client.send(new BatchWriteCommand({ RequestItems: { [table]: requests } }));
  }
}
