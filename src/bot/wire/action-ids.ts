/** The action ids of every button: what Slack sends back when one is pressed. */
export const ACTION = {
  undo: 'undo',
  edit: 'edit-entry',
  editListed: 'edit-listed',
  note: 'note-entry',
  delete: 'delete-entry',
  switchReading: 'switch-reading',
  takeReading: 'take-reading',
  createTask: 'create-task',
  chooseTask: 'choose-task',
  setZone: 'set-zone',
  older: 'older-entries',
  report: 'show-report',
  shareReport: 'share-report',
  settings: 'open-settings',
} as const;
