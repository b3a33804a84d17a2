import { changeWorkspace, readWorkspace } from '../../../store/workspace.ts';
import type { TeamDigestPlan } from '../../../workspace.ts';
import { detailLost, maybeLost, notPosted } from '../../messages/team-digest-trouble.ts';
import type { Clockwork } from '../clockwork.ts';

/**
 * Tells whoever set the team digest up that Slack does not take it, once for each trouble until it is set up anew or comes
 * through again: what was told is kept with the plan, before it is told.
 */
export async function tellSetter(
  { store, post }: Clockwork,
  workspaceId: string,
  plan: TeamDigestPlan,
  problem: string,
): Promise<void> {
  const { kind } = await changeWorkspace(store, workspaceId, (current) =>
    current.digest?.channel === plan.channel
      ? { ...current, digest: { ...current.digest, trouble: problem } }
      : current,
  );
  const { setBy } = plan;
  if (kind === 'done' && setBy !== undefined)
    await post({ workspaceId, channel: setBy }, notPosted(plan, problem));
}

/** Tells whoever set the team digest up that it may be lost, or its details: it is lost once, so they are told once. */
export async function tellLost(
  { store, post }: Clockwork,
  { workspaceId, errand }: { readonly workspaceId: string; readonly errand: string },
): Promise<void> {
  if (errand !== 'team digest' && errand !== 'team digest detail') return;
  const { digest: plan } = await readWorkspace(store, workspaceId);
  if (plan?.setBy === undefined) return;
  await post(
    { workspaceId, channel: plan.setBy },
    errand === 'team digest' ? maybeLost(plan) : detailLost(plan),
  );
}
