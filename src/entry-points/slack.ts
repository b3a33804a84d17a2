import type { Context, LambdaFunctionURLEvent } from 'aws-lambda';
import type { Bot } from '../bot/create-bot.ts';
import { isDownload } from '../bot/export/is-download.ts';
import type { UrlResult } from '../bot/guard.ts';
import { apologyFor } from '../bot/messages/apologies.ts';
import { connectBot } from './connect.ts';
import { lambdaEffects } from './lambda-effects.ts';
import { writeLog } from './log.ts';
import { readSettings, SettingsError } from './settings.ts';
import { traced } from './trace.ts';

let bot: Bot | undefined;

/**
 * The Lambda function behind the Function URL. The settings are read at the first request, so that a missing one becomes a
 * log line and an answer instead of a crash before either is possible.
 */
export async function handler(event: LambdaFunctionURLEvent, context: Context): Promise<UrlResult> {
  // Before anything is known, only what looks like Slack's is told what is missing.
  if (bot === undefined && event.requestContext.http.method !== 'POST' && !isDownload(event))
    return { statusCode: 405, headers: { allow: 'POST' }, body: '' };
  try {
    bot ??= connectOnce();
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    writeLog({ level: 'error', event: 'settings', problem: error.message });
    return {
      statusCode: 200,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ response_type: 'ephemeral', text: apologyFor(error, 'command').text }),
    };
  }
  const ready = bot;
  return traced(context.awsRequestId, () => ready(event));
}

function connectOnce(): Bot {
  const settings = readSettings(process.env);
  return connectBot(settings, lambdaEffects(settings, 'slack'));
}
