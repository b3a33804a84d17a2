import { TABLE } from '../src/store/table.ts';

/** The one table, by the definition that the embedded engine and the tests go by. */
export function createTable(isProduction: boolean): sst.aws.Dynamo {
  return new sst.aws.Dynamo('Table', {
    fields: {
      [TABLE.hashKey]: 'string',
      [TABLE.rangeKey]: 'string',
      [TABLE.changes.rangeKey]: 'number',
      [TABLE.tasks.hashKey]: 'string',
    },
    primaryIndex: { hashKey: TABLE.hashKey, rangeKey: TABLE.rangeKey },
    localIndexes: {
      [TABLE.changes.name]: { rangeKey: TABLE.changes.rangeKey, projection: 'keys-only' },
    },
    globalIndexes: {
      [TABLE.tasks.name]: {
        hashKey: TABLE.tasks.hashKey,
        rangeKey: TABLE.rangeKey,
        projection: [...TABLE.tasks.carries],
      },
    },
    ttl: TABLE.timeToLive,
    deletionProtection: isProduction,
  });
}
