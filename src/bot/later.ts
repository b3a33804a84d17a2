import { openForm, runCommand } from './commands/run-command.ts';
import { serveDownload } from './export/serve-download.ts';
import { registerListeners } from './listeners.ts';

/**
 * What a plain log needs nothing of, imported where it is asked for. A bundle has it in a file of its own, which a log in a
 * fresh process, what people wait for, does not load.
 */
export const later = { openForm, registerListeners, runCommand, serveDownload };
