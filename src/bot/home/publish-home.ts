import { createHash } from 'node:crypto';
import { keepPublication } from '../../store/keep-publication.ts';
import type { Publication } from '../../store/kinds/publication.ts';
import type { Instant, LocalDate } from '../../time.ts';
import { addDays, localDateOf } from '../../time.ts';
import type { Call, MemberCall } from '../call.ts';
import { knowMember } from '../know-member.ts';
import { zoneNeeded } from '../messages/zone-needed.ts';
import type { HomeView, Reply } from '../slack/blocks.ts';
import { homeView } from './home-view.ts';
import { readHomeTasks } from './read-home-tasks.ts';

/** Why App Home is published. */
export type Occasion = {
  /** The answer to what was done there: shown once, above all else. */
  readonly notice?: Reply;
  /** Slack's name of what the member sees now, where the request told it. */
  readonly shown?: string;
  /** The member as they were read for this very publication, with their whole week. */
  readonly known?: MemberCall;
};

/** More would not fit into the three seconds that Slack waits. */
const MOST_TRIES = 6;

/** How long somebody who published may take to keep it, in milliseconds: an answer of Slack's, and one write. */
const SETTLING = 150;

/**
 * Shows a member their App Home as it stands now; false where Slack did not take it, and the next opening mends it. An
 * unchanged one is not published. However many do this at once, an older view is never the last: each publication names the
 * view it takes the place of, and whoever finds at the end that another one was kept meanwhile looks and publishes again
 * (docs/decisions/0014-app-home.md).
 */
export async function publishHome(call: Call, occasion: Occasion = {}): Promise<boolean> {
  const { notice, shown } = occasion;
  /** Slack's name of what this request itself put there. */
  let own: string | undefined;
  /** The publication that was known when Slack said that another view stands there. */
  let outdated: Publication | 'none' | undefined;
  for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
    if (outdated !== undefined && own === undefined) await call.store.pause(SETTLING);
    const read = tries === 1 ? occasion.known : undefined;
    const known = read ?? (await knowMember(call, weekSince(call.now)));
    if (known === undefined) return publishZoneNeeded(call);
    const last = known.home.publication;
    const view = await viewOf(known, notice);
    const content = digestOf(view);
    if (notice === undefined && last?.content === content && (own ?? shown) === last.slackHash) {
      // Kept anew all the same, so that one who is publishing something older finds out.
      if (await keepPublication(call.store, call.member, last, last)) return true;
      continue;
    }
    // Nobody kept what stands there: that publication was lost half-way, and nothing can be named.
    const isLost = outdated !== undefined && sameAs(last, outdated);
    const hash = own ?? (isLost ? undefined : last?.slackHash);
    const result = await call.slack.publishHome(call.member.memberId, view, hash);
    if (result.kind === 'failed') return false;
    if (result.kind === 'conflict') {
      [own, outdated] = [undefined, last ?? 'none'];
      continue;
    }
    own = result.hash;
    if (await keepPublication(call.store, call.member, last, { content, slackHash: own })) return true;
  }
  call.log({ level: 'warn', event: 'home stayed busy' });
  return false;
}

/** The first day that this week may begin on wherever the member is, so that it covers the week and yesterday. */
export function weekSince(now: Instant): LocalDate {
  return addDays(localDateOf(now, 'Etc/GMT+12'), -6);
}

async function viewOf(call: MemberCall, notice: Reply | undefined): Promise<HomeView> {
  const tasks = await readHomeTasks(call);
  return homeView(call, { tasks, ...(notice === undefined ? {} : { notice }) });
}

/** Without a zone there is no today, and nothing to keep: the member is asked for it. */
export async function publishZoneNeeded(call: Call): Promise<boolean> {
  const view: HomeView = { type: 'home', blocks: [...zoneNeeded('').blocks] };
  const { kind } = await call.slack.publishHome(call.member.memberId, view);
  return kind === 'published';
}

function sameAs(last: Publication | undefined, outdated: Publication | 'none'): boolean {
  return outdated === 'none' ? last === undefined : last?.version === outdated.version;
}

function digestOf({ blocks }: HomeView): string {
  return createHash('sha256').update(JSON.stringify(blocks)).digest('base64url').slice(0, 22);
}
