import { type FailedRequest, failedRequestOf } from '../store/layer/failed-request.ts';

/** What is wrong with how the app was set up, for whoever runs it; of what a person typed it says nothing. */
export type SetupTrouble = {
  /** What does not work, where waiting does not help; absent where it passes by itself. */
  readonly broken?: 'table' | 'queue' | 'settings';
  /** The same for whoever typed, as a sentence that they can hand on: no name of theirs, no secret, no address. */
  readonly why?: string;
  readonly cure: string;
  /** The permission or the setting that is missing. */
  readonly missing?: string;
};

/** The trouble behind an error of the table, of the queue or of the settings; `undefined` for every other error. */
export function setupTroubleOf(error: unknown): SetupTrouble | undefined {
  if (!(error instanceof Error)) return undefined;
  const queue = /^QueueError (.*)$/.exec(error.name)?.[1];
  if (queue !== undefined) return queueTroubleOf(queue);
  return tableTroubleOf(error) ?? silenceOf(failedRequestOf(error));
}

function tableTroubleOf({ name, message }: Error): SetupTrouble | undefined {
  switch (name) {
    case 'ResourceNotFoundException':
      return {
        broken: 'table',
        why: 'There is no table of the name that it was given.',
        cure: 'There is no table of the name that TABLE_NAME says, in this region: create it, or mend the name.',
      };
    case 'AccessDeniedException': {
      // DynamoDB names the action and the role, nothing else.
      const action = /perform: ([\w:]+)/.exec(message)?.[1];
      return {
        broken: 'table',
        why: action === undefined ? 'It lacks a permission there.' : `It lacks the permission \`${action}\`.`,
        cure: 'The role of this function lacks a permission on the table: infra/actions.ts says which it needs.',
        ...(action === undefined ? {} : { missing: action }),
      };
    }
    case 'ValidationException':
      if (!/specified index|key element|missing the key/i.test(message)) return undefined;
      return {
        broken: 'table',
        why: 'The table has other keys or indexes than it needs.',
        cure: 'The table has other keys or indexes than src/store/table.ts says: let the deployment make it.',
      };
    case 'CredentialsProviderError':
    case 'UnrecognizedClientException':
    case 'InvalidSignatureException':
    case 'ExpiredTokenException':
      return {
        broken: 'table',
        why: 'It is not let in there.',
        cure: 'The credentials for the table are missing or not good: a function gets them from its role.',
      };
    case 'BusyError':
      return {
        cure: 'More came to the table at once than it took, for all tries. A rush passes; where it lasts, look at what writes.',
      };
    case 'TokenLateError':
      return {
        cure: 'The workspace’s token was not read or exchanged in time: see whether the table or Slack answers slowly.',
      };
    case 'SettingsError':
      // It names variables, never what is in them.
      return { broken: 'settings', ...settingsWhy(message), cure: message };
    default:
      return undefined;
  }
}

/** One that passes by itself, as a rule: whoever typed is told by itself what became of it. */
function silenceOf(request: FailedRequest | undefined): SetupTrouble | undefined {
  if (request?.unanswered !== true) return undefined;
  return {
    cure: 'The table did not answer in time, or at all: see whether DynamoDB has trouble in this region, and whether this function reaches it.',
  };
}

/** The variables that a message about the settings names at the beginning of its lines. */
function settingsWhy(message: string): Pick<SetupTrouble, 'why'> {
  const lines = message.matchAll(/^\s*([A-Z][A-Z0-9_]*(?:, [A-Z][A-Z0-9_]*)*): /gm);
  const names = [...lines].flatMap(([, given = '']) => given.split(', ')).map((name) => `\`${name}\``);
  return names.length === 0 ? {} : { why: `Missing or not good: ${names.join(', ')}.` };
}

function queueTroubleOf(problem: string): SetupTrouble | undefined {
  if (/^AccessDenied/.test(problem))
    return {
      broken: 'queue',
      why: 'It lacks the permission `sqs:SendMessage`.',
      cure: 'The role of this function lacks a permission on the queue: sst.config.ts gives it.',
      missing: 'sqs:SendMessage',
    };
  if (/QueueDoesNotExist|NonExistentQueue|InvalidAddress/.test(problem))
    return {
      broken: 'queue',
      why: 'There is no queue at the address that it was given.',
      cure: 'There is no queue at the address that QUEUE_URL says: create it, or mend the address.',
    };
  return undefined;
}
