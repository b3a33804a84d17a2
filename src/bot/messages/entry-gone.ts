import { plainReply } from '../slack/blocks.ts';

/** The same words whether it was deleted, moved to another day, or never this member's: nothing is given away. */
export const ENTRY_GONE = plainReply(
  'That entry isn’t here any more. It may have been deleted, undone or moved to another day: `/track list` shows what there is.',
);
