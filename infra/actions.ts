/** What each function may do to the table: nothing that it does not do, and never the table's own administration. */
const READ = ['dynamodb:GetItem', 'dynamodb:Query'];
const WRITE = ['dynamodb:PutItem', 'dynamodb:UpdateItem'];

export const TABLE_ACTIONS = {
  /** Also moves tasks, which looks at those above. */
  slack: [...READ, ...WRITE, 'dynamodb:ConditionCheckItem'],
  /** Also erases: whole members and workspaces, which it proves by a scan. */
  worker: [...READ, ...WRITE, 'dynamodb:ConditionCheckItem', 'dynamodb:DeleteItem', 'dynamodb:Scan'],
  /** Finds what is due and moves its cursor. */
  tick: [...READ, 'dynamodb:PutItem'],
  /** Keeps installations. */
  install: ['dynamodb:GetItem', 'dynamodb:PutItem'],
} as const;

export type FunctionName = keyof typeof TABLE_ACTIONS;

/** The functions that read by the table's indexes too. */
export const READ_INDEXES: readonly FunctionName[] = ['slack', 'worker'];
