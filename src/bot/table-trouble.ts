/** What is wrong with the table as it was set up, for whoever runs the app; of what a person typed it says nothing. */
export type TableTrouble = { readonly cure: string; readonly missing?: string };

/** The trouble behind an error of DynamoDB's that no other try mends; `undefined` for every other error. */
export function tableTroubleOf(error: unknown): TableTrouble | undefined {
  if (!(error instanceof Error)) return undefined;
  switch (error.name) {
    case 'ResourceNotFoundException':
      return {
        cure: 'There is no table of the name that TABLE_NAME says, in this region: create it, or mend the name.',
      };
    case 'AccessDeniedException': {
      // DynamoDB names the action and the role, nothing else.
      const action = /perform: ([\w:]+)/.exec(error.message)?.[1];
      const cure =
        'The role of this function lacks a permission on the table: infra/actions.ts says which it needs.';
      return { cure, ...(action === undefined ? {} : { missing: action }) };
    }
    case 'CredentialsProviderError':
    case 'UnrecognizedClientException':
    case 'ExpiredTokenException':
      return {
        cure: 'The credentials for the table are missing or not good: a function gets them from its role.',
      };
    default:
      return undefined;
  }
}
