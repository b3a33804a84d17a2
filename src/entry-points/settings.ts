import * as z from 'zod/mini';
import type { Installs } from '../bot/installs/installs.ts';
import { readInstalls } from './install-settings.ts';
import type { MetricsLevel } from './metrics.ts';

/** What every way to run needs to know. */
export type Settings = {
  readonly signingSecret: string;
  /** One workspace, by its bot token, or whatever workspaces install the app. */
  readonly installs: Installs;
  /** Present where Slack is reached by Socket Mode, so that no address of one's own is needed. */
  readonly appToken?: string;
  readonly slackApiUrl: string;
  readonly table: string;
  /** Absent: DynamoDB at AWS on Lambda, the embedded engine on a server of one's own. */
  readonly dynamodbEndpoint?: string;
  /** Where work goes that leaves the request; absent where one process does all. */
  readonly queueUrl?: string;
  readonly dataDir: string;
  /** Absent: by function on Lambda, none on a server of one's own. */
  readonly metrics?: MetricsLevel;
  readonly port: number;
};

/** Thrown when the environment is not usable; its message names everything that is wrong at once. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

const text = (help: string) =>
  z.string({ error: `missing: ${help}` }).check(z.trim(), z.minLength(1, `empty: ${help}`));

const address = z.url({ protocol: /^https?$/, error: 'must be an http(s) address' });
const notAPort = 'must be a port number, 0 to 65535';

/** Where the table and the queue are, and what is measured of them: no secret is in it. */
export type Places = Pick<Settings, 'table' | 'dynamodbEndpoint' | 'queueUrl' | 'metrics'>;

const places = {
  DYNAMODB_ENDPOINT: z.optional(address),
  TABLE_NAME: z._default(
    z
      .string()
      .check(
        z.regex(
          /^[A-Za-z0-9_.-]{3,255}$/,
          'must be a DynamoDB table name: 3 to 255 letters, digits, `_`, `.` or `-`',
        ),
      ),
    'stint',
  ),
  QUEUE_URL: z.optional(address),
  STINT_METRICS: z.optional(z.enum(['off', 'function', 'command'], 'must be off, function or command')),
};

const environment = z.object({
  SLACK_SIGNING_SECRET: text('the Signing Secret from "Basic Information" of your app at Slack'),
  SLACK_APP_TOKEN: z.optional(
    z
      .string()
      .check(
        z.trim(),
        z.regex(
          /^xapp-[\w-]+$/,
          'must be the whole token, which starts with xapp-: the App-Level Token with connections:write from "Basic Information"',
        ),
      ),
  ),
  SLACK_API_URL: z._default(address, 'https://slack.com/api/'),
  ...places,
  STINT_DATA_DIR: z._default(z.string(), './.data'),
  PORT: z._default(
    z.coerce
      .number({ error: notAPort })
      .check(z.int(notAPort), z.minimum(0, notAPort), z.maximum(65_535, notAPort)),
    3000,
  ),
});

type Environment = Readonly<Record<string, string | undefined>>;

const anywhere = z.object(places);

/** Reads what a function needs that speaks to no Slack. Throws {@link SettingsError} as {@link readSettings} does. */
export function readPlaces(env: Environment): Places {
  const parsed = anywhere.safeParse(givenIn(env));
  if (!parsed.success) throw needAttention(problemsOf(parsed.error));
  return placesOf(parsed.data);
}

/**
 * Reads the settings from environment variables, an empty one counting as absent.
 * Throws {@link SettingsError}, which names every missing or wrong variable and where its value is found.
 */
export function readSettings(env: Environment): Settings {
  const given = givenIn(env);
  const parsed = environment.safeParse(given);
  const installs = readInstalls(given);
  if (!parsed.success || 'problems' in installs)
    throw needAttention([...problemsOf(parsed.error), ...('problems' in installs ? installs.problems : [])]);
  const { data } = parsed;
  return {
    signingSecret: data.SLACK_SIGNING_SECRET,
    installs,
    slackApiUrl: data.SLACK_API_URL.endsWith('/') ? data.SLACK_API_URL : `${data.SLACK_API_URL}/`,
    dataDir: data.STINT_DATA_DIR,
    port: data.PORT,
    ...(data.SLACK_APP_TOKEN === undefined ? {} : { appToken: data.SLACK_APP_TOKEN }),
    ...placesOf(data),
  };
}

function placesOf(data: z.output<typeof anywhere>): Places {
  return {
    table: data.TABLE_NAME,
    ...(data.DYNAMODB_ENDPOINT === undefined ? {} : { dynamodbEndpoint: data.DYNAMODB_ENDPOINT }),
    ...(data.STINT_METRICS === undefined ? {} : { metrics: data.STINT_METRICS }),
    ...(data.QUEUE_URL === undefined ? {} : { queueUrl: data.QUEUE_URL }),
  };
}

/** An empty variable counts as absent. */
function givenIn(env: Environment): Environment {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
}

function problemsOf(error: z.core.$ZodError | undefined): readonly string[] {
  return (error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`);
}

function needAttention(problems: readonly string[]): SettingsError {
  const lines = problems.map((problem) => `  ${problem}`);
  return new SettingsError(`These settings need attention (see .env.example):\n${lines.join('\n')}`);
}
