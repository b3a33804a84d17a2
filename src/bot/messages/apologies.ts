import { failedRequestOf } from '../../store/layer/failed-request.ts';
import { NotInstalledError, TokenLateError } from '../authorize.ts';
import { LeavingError } from '../leaving-error.ts';
import { setupTroubleOf } from '../setup-trouble.ts';
import { plainReply, type Reply } from '../slack/blocks.ts';
import { BEING_FORGOTTEN } from './forget-words.ts';

const SORRY = plainReply(
  'Something went wrong on our side, so this may not be kept. Please look with `/track today`, and try again in a moment.',
);

const NOT_INSTALLED = plainReply(
  'Stint has no access to this workspace, so nothing was kept. Whoever may add apps here gives it that by installing Stint, for the first time or again.',
);

const TOKEN_LATE = plainReply(
  'Stint did not get its access to this workspace in time, so nothing was kept. It is safe to try again in a moment.',
);

const LATER =
  'Trying again does not help before that is mended: please tell whoever runs Stint, who finds more in its log.';

/** How something was asked for, which decides whether it may be asked for again. */
export type Asked = 'command' | 'form' | 'press';

const NOTHING_KEPT = plainReply(
  'Stint’s table does not answer, so nothing was kept. It is safe to try again in a moment.',
);

const UNKNOWN = 'Stint’s table did not answer in time, so it is not known whether this was kept.';

const MAY_BE_KEPT: Readonly<Record<Asked, Reply>> = {
  command: plainReply(
    `${UNKNOWN} Please look first, with \`/track today\`: the same line typed again counts a second time.`,
  ),
  form: plainReply(`${UNKNOWN} It is safe to submit it again: it counts once.`),
  press: plainReply(`${UNKNOWN} It is safe to press again: it counts once.`),
};

const BROKEN = {
  table: 'Stint does not reach its table, so nothing was kept.',
  queue: 'Stint does not reach its queue, so what you asked for does not come.',
  settings: 'Stint is not fully set up yet, so what you asked for was not done.',
};

/** What a person is told who was promised an answer for a moment later, and gets none for this error. */
export function givenUp(error: unknown): Reply {
  const trouble = setupTroubleOf(error);
  const again = trouble?.broken === undefined ? 'Please ask again in a moment.' : words(trouble.why, LATER);
  return plainReply(`What you asked for could not be put together, so it does not come. ${again}`);
}

const AWAITED = {
  report: 'report',
  'team report': 'report of the team',
  'team preview': 'preview of the team digest',
  export: 'file',
} as const;

/** The same where it was not put together before it was of no use any more; it may be told long after. */
export function tooLate(kind: keyof typeof AWAITED): Reply {
  return plainReply(
    `The ${AWAITED[kind]} you asked for could not be put together in time, so it does not come. Please ask for it again.`,
  );
}

/** What a person is told when what they asked for ended in this error: what became of it, and whether to try again. */
export function apologyFor(error: unknown, asked: Asked): Reply {
  if (error instanceof LeavingError) return BEING_FORGOTTEN;
  if (error instanceof NotInstalledError) return NOT_INSTALLED;
  if (error instanceof TokenLateError) return TOKEN_LATE;
  const trouble = setupTroubleOf(error);
  if (trouble?.broken !== undefined) return plainReply(words(BROKEN[trouble.broken], trouble.why, LATER));
  const request = failedRequestOf(error);
  if (request?.unanswered !== true) return SORRY;
  return request.mayBeKept ? MAY_BE_KEPT[asked] : NOTHING_KEPT;
}

function words(...sentences: readonly (string | undefined)[]): string {
  return sentences.filter((sentence) => sentence !== undefined).join(' ');
}
