import * as z from 'zod/mini';
import type { Instant } from '../../time.ts';
import type { Seal } from '../slack/seal.ts';
import { jsonOf } from './entry-ref.ts';
import { decodeTeamReport, encodeTeamReport, type TeamReportValue } from './team-report.ts';

/** Where what is added up for a large team goes. */
export type ReportPlace = { readonly url: string; readonly how: 'add' | 'replace' | 'share' };

/** What is added up: a report, or the team digest as it would look now. */
export type TeamWish =
  | { readonly kind: 'team report'; readonly value: TeamReportValue }
  | { readonly kind: 'team preview' };

/** All that a job for a large team has to remember; the moment is that of the request, whose days it is about. */
export type TeamJobContent = { readonly place: ReportPlace; readonly wish: TeamWish; readonly now: Instant };

const wire = z.object({
  u: z.url(),
  h: z.enum(['add', 'replace', 'share']),
  n: z.int(),
  /** Absent for a preview. */
  v: z.exactOptional(z.string()),
});

/** Seals it, since the response URL is a secret and the tags are a member's own words. */
export function sealTeamJob({ place, wish, now }: TeamJobContent, seal: Seal): string {
  const v = wish.kind === 'team report' ? encodeTeamReport(wish.value) : undefined;
  return seal.close(JSON.stringify({ u: place.url, h: place.how, n: now, v }));
}

/** `undefined` for what {@link sealTeamJob} did not seal. */
export function openTeamJob(sealed: string, seal: Seal): TeamJobContent | undefined {
  const { data } = wire.safeParse(jsonOf(seal.open(sealed) ?? ''));
  if (data === undefined) return undefined;
  const { u: url, h: how, n: now, v } = data;
  if (v === undefined) return { place: { url, how }, wish: { kind: 'team preview' }, now };
  const value = decodeTeamReport(v);
  return value && { place: { url, how }, wish: { kind: 'team report', value }, now };
}
