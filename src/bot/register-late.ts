import type { App } from '@slack/bolt';
import type { Parts } from './requests.ts';

/**
 * Registers every listener but the command's with the first request that is no command. A bundle has them in files of their
 * own, so that a command in a fresh process, which is what people wait for, does not load them. Bolt looks for a request's
 * listeners after its middleware.
 */
export function registerLate(app: App, parts: Parts): void {
  let registered: Promise<void> | undefined;
  app.use(async ({ body, next }) => {
    if (!('command' in body)) {
      registered ??= import('./listeners.ts').then(({ registerListeners }) => registerListeners(app, parts));
      await registered;
    }
    await next();
  });
}
