import { openSettings } from '../views/open-settings.ts';
import { answerTo, type PressHandler } from './press.ts';

/** Opens the settings, from wherever their button stands. */
export const settingsPressed: PressHandler = (call, press) => openSettings(call, answerTo(press));
