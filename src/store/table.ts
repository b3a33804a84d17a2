/** The one definition of the table: attribute names of its keys and indexes, and what the index by `g` carries. */
export const TABLE = {
  hashKey: 'pk',
  rangeKey: 'sk',
  timeToLive: 'ttl',
  /** A member's changes in order of their place in the undo list, which is `m`. */
  changes: { name: 'lsi1', rangeKey: 'm' },
  /** Entries by the task they name, and a workspace's tasks; nothing else is read by an index. */
  tasks: { name: 'gsi1', hashKey: 'g', carries: ['q', 'del', 'title', 'up', 'done', 'est'] },
} as const;

/** The CreateTable request for a table named `name`; plain data, whoever sends it. */
export function createTableInput(name: string) {
  return {
    TableName: name,
    BillingMode: 'PAY_PER_REQUEST' as const,
    AttributeDefinitions: [
      { AttributeName: TABLE.hashKey, AttributeType: 'S' as const },
      { AttributeName: TABLE.rangeKey, AttributeType: 'S' as const },
      { AttributeName: TABLE.changes.rangeKey, AttributeType: 'N' as const },
      { AttributeName: TABLE.tasks.hashKey, AttributeType: 'S' as const },
    ],
    KeySchema: keySchema(TABLE.hashKey, TABLE.rangeKey),
    LocalSecondaryIndexes: [
      {
        IndexName: TABLE.changes.name,
        KeySchema: keySchema(TABLE.hashKey, TABLE.changes.rangeKey),
        Projection: { ProjectionType: 'KEYS_ONLY' as const },
      },
    ],
    GlobalSecondaryIndexes: [
      {
        IndexName: TABLE.tasks.name,
        KeySchema: keySchema(TABLE.tasks.hashKey, TABLE.rangeKey),
        Projection: { ProjectionType: 'INCLUDE' as const, NonKeyAttributes: [...TABLE.tasks.carries] },
      },
    ],
  };
}

function keySchema(hash: string, range: string) {
  return [
    { AttributeName: hash, KeyType: 'HASH' as const },
    { AttributeName: range, KeyType: 'RANGE' as const },
  ];
}
