import type { ExportFormat } from '../phrase/command.ts';

/** Slack did not take a file before anybody saw anything of it: whoever makes it may do it again. */
export class FileNotTakenError extends Error {
  override readonly name = 'FileNotTakenError';
  readonly format: ExportFormat;

  constructor(format: ExportFormat) {
    super('Slack did not take a file.');
    this.format = format;
  }
}
