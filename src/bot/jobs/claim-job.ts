import { claimRequest } from '../../store/claim.ts';
import type { Store } from '../../store/store.ts';
import type { JobOf } from './job.ts';

/** A job whose answer somebody waits for. */
export type AwaitedJob = JobOf<'report'> | JobOf<'team report'> | JobOf<'team preview'> | JobOf<'export'>;

const NAMES = {
  report: 'late report',
  'team report': 'team job',
  'team preview': 'team job',
  export: 'export',
} as const;

/** Makes it one's own to tell what became of a job: of all its deliveries one does, whatever it has to tell. */
export async function claimJob(store: Store, { kind, id, member }: AwaitedJob): Promise<boolean> {
  return (await claimRequest(store, member, `${NAMES[kind]} ${id}`)) === 'claimed';
}
