import { NotInstalledError } from '../authorize.ts';
import { LeavingError } from '../leaving-error.ts';
import { setupTroubleOf } from '../setup-trouble.ts';
import { plainReply, type Reply } from '../slack/blocks.ts';
import { BEING_FORGOTTEN } from './forget-words.ts';

const SORRY = plainReply(
  'Something went wrong on our side, so this may not be kept. Please look with `/track today`, and try again in a moment.',
);

const NOT_INSTALLED = plainReply(
  'Stint has no access to this workspace any more, so nothing was kept. An admin can give it back by installing Stint again.',
);

const LATER =
  'Trying again does not help before that is mended: whoever runs Stint finds the reason in its log.';

const BROKEN = {
  table: plainReply(`Stint does not reach its table, so nothing was kept. ${LATER}`),
  queue: plainReply(`Stint does not reach its queue, so what you asked for does not come. ${LATER}`),
  settings: plainReply(`Stint is not fully set up yet, so what you asked for does not come. ${LATER}`),
};

/** What a person is told who was promised an answer for a moment later, and gets none for this error. */
export function givenUp(error: unknown): Reply {
  const again = setupTroubleOf(error)?.broken === undefined ? 'Please ask again in a moment.' : LATER;
  return plainReply(`What you asked for could not be put together, so it does not come. ${again}`);
}

/** What a person is told when what they asked for ended in this error: what became of it, and whether to try again. */
export function apologyFor(error: unknown): Reply {
  if (error instanceof LeavingError) return BEING_FORGOTTEN;
  if (error instanceof NotInstalledError) return NOT_INSTALLED;
  const broken = setupTroubleOf(error)?.broken;
  return broken === undefined ? SORRY : BROKEN[broken];
}
