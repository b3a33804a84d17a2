/** Lines to begin with; a click puts one into the composer. */
export const EXAMPLES: readonly { readonly line: string; readonly does: string }[] = [
  { line: '/track 45m #writing task-12', does: 'logs 45 minutes of writing on a task' },
  { line: '/track yesterday 9:30-11 design review #design', does: 'logs yesterday, with a note' },
  { line: '/track', does: 'opens the form' },
];

/** What can follow `/track`, offered while it is typed. */
export const HINTS: readonly { readonly line: string; readonly does: string }[] = [
  { line: '/track', does: 'Open the form' },
  { line: '/track 45m #writing task-12', does: 'Log time' },
  { line: '/track today', does: 'What you logged today' },
  { line: '/track list', does: 'Your latest entries' },
  { line: '/track undo', does: 'Take back the last change' },
  { line: '/track redo', does: 'Bring it back' },
  { line: '/track start #writing', does: 'Start the timer' },
  { line: '/track stop', does: 'Stop it and log the time' },
  { line: '/track status', does: 'What is running' },
  { line: '/track task new ', does: 'Make a task' },
  { line: '/track tasks', does: 'All tasks' },
  { line: '/track help', does: 'Everything else' },
];
