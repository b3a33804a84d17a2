import { openSettings } from '../views/open-settings.ts';
import type { PressHandler } from './press.ts';

/** Opens the settings, from wherever their button stands. */
export const settingsPressed: PressHandler = (call, { responseUrl }) =>
  openSettings(call, responseUrl === undefined ? undefined : { url: responseUrl, how: 'replace' });
