import { writeLog } from './log.ts';
import { SettingsError } from './settings.ts';

/** Connects a function that nobody waits for: what is missing in its settings stands in the log before it fails. */
export function settingsTold<Connected>(connect: () => Connected): Connected {
  try {
    return connect();
  } catch (error) {
    if (error instanceof SettingsError)
      writeLog({ level: 'error', event: 'settings', problem: error.message });
    throw error;
  }
}
