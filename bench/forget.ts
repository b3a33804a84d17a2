import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import { createClient } from '../src/store/client.ts';
import { entryKind } from '../src/store/kinds/entry.ts';
import { ownerOf } from '../src/store/kinds/member.ts';
import { localDateOf } from '../src/time.ts';
import { benchMember, TABLE, ZONE } from './support.ts';

/** Takes the row of a round away, so that every round finds the member as the first did; proves that it was written. */
export function cleaner(endpoint: string) {
  const client = createClient({ endpoint });
  return async (memberId: string, id: string): Promise<void> => {
    const Key = entryKind.keyOf({
      ...ownerOf(benchMember(memberId)),
      date: localDateOf(Date.now(), ZONE),
      id,
    });
    const gone = await client.send(new DeleteCommand({ TableName: TABLE, Key, ReturnValues: 'ALL_OLD' }));
    if (gone.Attributes === undefined) throw new Error(`no row ${Key.pk} ${Key.sk} was written`);
  };
}
