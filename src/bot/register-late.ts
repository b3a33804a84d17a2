import type { App } from '@slack/bolt';
import type { Parts } from './requests.ts';

/**
 * Registers every listener but the command's with the first request that is no command. Bolt looks for a request's listeners
 * after its middleware.
 */
export function registerLate(app: App, parts: Parts): void {
  let registered: Promise<void> | undefined;
  app.use(async ({ body, next }) => {
    if (!('command' in body)) {
      registered ??= import('./later.ts').then(({ later }) => later.registerListeners(app, parts));
      await registered;
    }
    await next();
  });
}
