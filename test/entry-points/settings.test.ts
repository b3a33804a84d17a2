import { describe, expect, it } from 'vitest';
import { readSettings, SettingsError } from '../../src/entry-points/settings.ts';

const SECRETS = { SLACK_SIGNING_SECRET: 'secret', SLACK_BOT_TOKEN: 'xoxb-test-token-of-nobody' };
const BAD_PORT = 'PORT: must be a port number, 0 to 65535';
const BAD_TABLE = 'TABLE_NAME: must be a DynamoDB table name: 3 to 255 letters, digits, `_`, `.` or `-`';

describe('the settings', () => {
  it('need the two secrets only', () => {
    expect(readSettings({ ...SECRETS, PORT: '', DYNAMODB_ENDPOINT: '' })).toEqual({
      signingSecret: 'secret',
      installs: { kind: 'one', botToken: 'xoxb-test-token-of-nobody' },
      slackApiUrl: 'https://slack.com/api/',
      table: 'stint',
      dataDir: './.data',
      port: 3000,
    });
  });

  it('take an app-level token for Socket Mode', () => {
    expect(readSettings({ ...SECRETS, SLACK_APP_TOKEN: ' xapp-1-test ' })).toMatchObject({
      appToken: 'xapp-1-test',
    });
  });

  it('take a port as text, spaces around a secret away, and end an address with a slash', () => {
    const given = { PORT: '0', SLACK_SIGNING_SECRET: ' secret ', SLACK_API_URL: 'http://127.0.0.1:9/api' };
    expect(readSettings({ ...SECRETS, ...given })).toMatchObject({
      port: 0,
      signingSecret: 'secret',
      slackApiUrl: 'http://127.0.0.1:9/api/',
    });
  });

  it.each([
    [{ PORT: 'many' }, BAD_PORT],
    [{ PORT: '-1' }, BAD_PORT],
    [{ PORT: '3000.5' }, BAD_PORT],
    [{ PORT: '65536' }, BAD_PORT],
    [{ TABLE_NAME: 'x' }, BAD_TABLE],
    [{ TABLE_NAME: 'a table' }, BAD_TABLE],
    [{ SLACK_API_URL: 'ftp://slack.com' }, 'SLACK_API_URL: must be an http(s) address'],
    [{ DYNAMODB_ENDPOINT: 'localhost' }, 'DYNAMODB_ENDPOINT: must be an http(s) address'],
    [
      { SLACK_SIGNING_SECRET: '' },
      'SLACK_SIGNING_SECRET: missing: the Signing Secret from "Basic Information" of your app at Slack',
    ],
    [
      { SLACK_SIGNING_SECRET: '  ' },
      'SLACK_SIGNING_SECRET: empty: the Signing Secret from "Basic Information" of your app at Slack',
    ],
    [
      { SLACK_BOT_TOKEN: 'xapp-1' },
      'SLACK_BOT_TOKEN: must be the whole token, which starts with xoxb-: the Bot User OAuth Token, not the app or user token',
    ],
    [
      { SLACK_BOT_TOKEN: 'xoxb-' },
      'SLACK_BOT_TOKEN: must be the whole token, which starts with xoxb-: the Bot User OAuth Token, not the app or user token',
    ],
    [
      { INSTALL_REDIRECT_URL: 'https://stint.example/install/callback' },
      'INSTALL_REDIRECT_URL: leave it away where the app lives in one workspace: nobody else installs it',
    ],
    [
      { SLACK_APP_TOKEN: 'xoxb-1' },
      'SLACK_APP_TOKEN: must be the whole token, which starts with xapp-: the App-Level Token with connections:write from "Basic Information"',
    ],
  ])('say what is wrong with %o, and how to mend it', (given, line) => {
    expect(problems({ ...SECRETS, ...given })).toEqual([line]);
  });

  it('name everything that is wrong at once', () => {
    expect(problems({ PORT: 'many' })).toEqual([
      expect.stringMatching(/^SLACK_SIGNING_SECRET: missing/),
      BAD_PORT,
      expect.stringMatching(/^SLACK_BOT_TOKEN: missing/),
    ]);
  });
});

const KEY = Buffer.alloc(32, 7).toString('base64');
const APP = { SLACK_SIGNING_SECRET: 'secret', SLACK_CLIENT_ID: '12.34', SLACK_CLIENT_SECRET: 'app-secret' };

describe('the settings of an app that many workspaces install', () => {
  it('are its id, its secret and the keys that hide tokens, the newest first', () => {
    const older = Buffer.alloc(32, 8);
    expect(readSettings({ ...APP, STINT_TOKEN_KEY: `${KEY}, ${older.toString('base64')}` }).installs).toEqual(
      {
        kind: 'many',
        clientId: '12.34',
        clientSecret: 'app-secret',
        tokenKeys: [Buffer.alloc(32, 7), older],
      },
    );
  });

  it.each([
    [{ STINT_TOKEN_KEY: KEY, SLACK_BOT_TOKEN: 'xoxb-test' }, /^SLACK_BOT_TOKEN: leave it away/],
    [{}, /^STINT_TOKEN_KEY: missing/],
    [{ STINT_TOKEN_KEY: 'short' }, /^STINT_TOKEN_KEY: must be 32 random bytes/],
    [{ STINT_TOKEN_KEY: `${KEY},` }, /^STINT_TOKEN_KEY: must be 32 random bytes/],
    [{ STINT_TOKEN_KEY: KEY, SLACK_CLIENT_ID: 'A123' }, /^SLACK_CLIENT_ID: must be the Client ID/],
    [{ STINT_TOKEN_KEY: KEY, SLACK_CLIENT_SECRET: '' }, /^SLACK_CLIENT_SECRET: missing/],
    [{ STINT_TOKEN_KEY: KEY, SLACK_CLIENT_SECRET: '  ' }, /^SLACK_CLIENT_SECRET: empty/],
    [{ STINT_TOKEN_KEY: KEY, INSTALL_REDIRECT_URL: 'here' }, /^INSTALL_REDIRECT_URL: must be/],
  ])('are refused where they are %j', (given, problem) => {
    expect(problems({ ...APP, ...given })).toEqual([expect.stringMatching(problem)]);
  });
});

/** The lines below the heading. */
function problems(env: Readonly<Record<string, string>>): readonly string[] {
  try {
    readSettings(env);
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    return error.message
      .split('\n')
      .slice(1)
      .map((line) => line.trim());
  }
  throw new Error('The settings were taken.');
}
