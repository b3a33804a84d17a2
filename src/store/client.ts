import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/** Where the table is and how patient its client is. */
export type ClientOptions = {
  /** Absent: AWS's own. A loopback address gets dummy credentials and a dummy region. */
  readonly endpoint?: string;
  /** Absent: the environment's. */
  readonly region?: string;
  /** How often the SDK sends a request at most, the first time included. */
  readonly attempts?: number;
  /** How long one try may take, in milliseconds. */
  readonly timeout?: number;
};

/** The client that the store talks through. Time-outs are short, since Slack waits three seconds in all. */
export function createClient(options: ClientOptions = {}): DynamoDBDocumentClient {
  const { endpoint, region, attempts = 3, timeout = 1000 } = options;
  const local = endpoint !== undefined && isLoopback(endpoint);
  const client = new DynamoDBClient({
    maxAttempts: attempts,
    // The other kind holds requests back by itself, longer than Slack waits.
    retryMode: 'standard',
    requestHandler: {
      connectionTimeout: Math.min(timeout, 500),
      requestTimeout: timeout,
      throwOnRequestTimeout: true,
    },
    ...(endpoint === undefined ? {} : { endpoint }),
    ...(region === undefined ? {} : { region }),
    ...(local
      ? { region: region ?? 'us-east-1', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } }
      : {}),
  });
  // Even without a logger it walks every answer to make it fit for a log, which costs as much as reading it.
  client.middlewareStack.remove('loggerMiddleware');
  return DynamoDBDocumentClient.from(client);
}

/** True for an address of this machine itself, where anybody may call himself anything. */
export function isLoopback(endpoint: string): boolean {
  const { hostname } = new URL(endpoint);
  return hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.');
}
