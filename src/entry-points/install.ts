import type { Context, LambdaFunctionURLEvent } from 'aws-lambda';
import type { UrlResult } from '../bot/guard.ts';
import { createInstaller, type Installer } from '../bot/installs/create-installer.ts';
import { setupTroubleOf } from '../bot/setup-trouble.ts';
import { connectStore } from './connect-store.ts';
import { writeLog } from './log.ts';
import { realWorld } from './real-world.ts';
import { readSettings, SettingsError } from './settings.ts';
import { traced } from './trace.ts';

const LOG = 'Whoever runs it finds more in its log.';

let installer: Installer | undefined;

/** The Lambda function behind the Function URL at which workspaces install the app. */
export async function handler(event: LambdaFunctionURLEvent, context: Context): Promise<UrlResult> {
  try {
    installer ??= connectOnce();
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    writeLog({ level: 'error', event: 'settings', problem: error.message });
    return {
      statusCode: 503,
      body: ['Stint is not set up to be installed here.', setupTroubleOf(error)?.why, LOG].join(' '),
    };
  }
  const ready = installer;
  return traced(context.awsRequestId, () =>
    ready({
      method: event.requestContext.http.method,
      path: event.rawPath,
      query: event.rawQueryString,
      cookies: event.cookies ?? [],
    }),
  );
}

function connectOnce(): Installer {
  const settings = readSettings(process.env);
  const { installs } = settings;
  if (installs.kind === 'one')
    throw new SettingsError(
      'SLACK_CLIENT_ID, SLACK_CLIENT_SECRET, STINT_TOKEN_KEY: missing: without them nobody can install the app',
    );
  return createInstaller({ ...settings, installs }, connectStore(settings, realWorld), realWorld);
}
