import type { App } from '@slack/bolt';
import { registerActions } from './actions/index.ts';
import { registerEvents } from './events/index.ts';
import { registerOptions } from './options/index.ts';
import type { Parts } from './requests.ts';
import { registerShortcuts } from './shortcuts/index.ts';
import { registerViews } from './views/index.ts';

/** Registers what answers presses, forms, searches in menus, shortcuts and events. */
export function registerListeners(app: App, parts: Parts): void {
  registerActions(app, parts);
  registerViews(app, parts);
  registerOptions(app, parts);
  registerShortcuts(app, parts);
  registerEvents(app, parts);
}
