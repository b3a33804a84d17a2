import type { TaskSummary } from '../../task.ts';
import type { MemberCall } from '../call.ts';
import { type Block, blocksForView, context, divider, type HomeView, type Reply } from '../slack/blocks.ts';
import { dayBlocks } from './day-blocks.ts';
import { startBlocks } from './start-blocks.ts';
import { tagBlocks, taskBlocks } from './subject-blocks.ts';
import { weekBlocks } from './week-blocks.ts';

/** What is shown beside the member's own rows. */
export type HomeParts = {
  readonly tasks: readonly TaskSummary[];
  /** The answer to what was done just now. */
  readonly notice?: Reply;
};

/** As much of an answer as stands above the rest; the whole view may have 100 blocks. */
const MOST_NOTICE = 40;

/** A member's App Home: the timer, today, this week, and what they may want to log on next. */
export function homeView(call: MemberCall, { tasks, notice }: HomeParts): HomeView {
  return {
    type: 'home',
    blocks: [
      ...noticeBlocks(notice),
      ...startBlocks(call),
      ...dayBlocks(call),
      ...weekBlocks(call),
      ...taskBlocks(tasks),
      ...tagBlocks(call),
      context('In any conversation: `/track 45m #writing` logs, `/track help` shows all the rest.'),
    ],
  };
}

/** The ids of an answer's blocks are made its own, since the same may stand below. */
function noticeBlocks(notice: Reply | undefined): Block[] {
  if (notice === undefined) return [];
  const blocks = blocksForView(notice.blocks).slice(0, MOST_NOTICE);
  const named = blocks.map((block) =>
    block.block_id === undefined ? block : { ...block, block_id: `notice-${block.block_id}` },
  );
  return [...named, divider()];
}
