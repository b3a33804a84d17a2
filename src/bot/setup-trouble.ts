/** What is wrong with how the app was set up, for whoever runs it; of what a person typed it says nothing. */
export type SetupTrouble = {
  /** What does not work, where waiting does not help; absent where it passes by itself. */
  readonly broken?: 'table' | 'queue' | 'settings';
  readonly cure: string;
  /** The permission or the setting that is missing. */
  readonly missing?: string;
};

/** The trouble behind an error of the table, of the queue or of the settings; `undefined` for every other error. */
export function setupTroubleOf(error: unknown): SetupTrouble | undefined {
  if (!(error instanceof Error)) return undefined;
  const queue = /^QueueError (.*)$/.exec(error.name)?.[1];
  return queue === undefined ? tableTroubleOf(error) : queueTroubleOf(queue);
}

function tableTroubleOf({ name, message }: Error): SetupTrouble | undefined {
  switch (name) {
    case 'ResourceNotFoundException':
      return {
        broken: 'table',
        cure: 'There is no table of the name that TABLE_NAME says, in this region: create it, or mend the name.',
      };
    case 'AccessDeniedException': {
      // DynamoDB names the action and the role, nothing else.
      const action = /perform: ([\w:]+)/.exec(message)?.[1];
      return {
        broken: 'table',
        cure: 'The role of this function lacks a permission on the table: infra/actions.ts says which it needs.',
        ...(action === undefined ? {} : { missing: action }),
      };
    }
    case 'ValidationException':
      if (!/specified index|key element|missing the key/i.test(message)) return undefined;
      return {
        broken: 'table',
        cure: 'The table has other keys or indexes than src/store/table.ts says: let the deployment make it.',
      };
    case 'CredentialsProviderError':
    case 'UnrecognizedClientException':
    case 'InvalidSignatureException':
    case 'ExpiredTokenException':
      return {
        broken: 'table',
        cure: 'The credentials for the table are missing or not good: a function gets them from its role.',
      };
    case 'BusyError':
      return {
        cure: 'More came to the table at once than it took, for all tries. A rush passes; where it lasts, look at what writes.',
      };
    case 'SettingsError':
      // It names variables, never what is in them.
      return { broken: 'settings', cure: message };
    default:
      return undefined;
  }
}

function queueTroubleOf(problem: string): SetupTrouble | undefined {
  if (/^AccessDenied/.test(problem))
    return {
      broken: 'queue',
      cure: 'The role of this function lacks a permission on the queue: sst.config.ts gives it.',
      missing: 'sqs:SendMessage',
    };
  if (/QueueDoesNotExist|NonExistentQueue|InvalidAddress/.test(problem))
    return {
      broken: 'queue',
      cure: 'There is no queue at the address that QUEUE_URL says: create it, or mend the address.',
    };
  return undefined;
}
