/**
 * What an address /i/{code} leads to: a status page, the record of a guarded row, or why there is neither: no code
 * at all, a slip in it, a code that no report has, or a report that was withdrawn.
 */
import type { RefusalReason } from '../../api/refusal.ts';
import type { PageContext } from '../page-context.ts';
import { refusalOf } from '../refusal.ts';
import { type RecordView, readRecord } from './read-record.ts';
import { readStatus, type StatusView } from './read-status.ts';

export type Missing = 'malformed' | 'mistyped' | 'unknown' | 'withdrawn';

export type LookedUp =
  | { readonly view: StatusView }
  | { readonly record: RecordView }
  | { readonly missing: Missing };

const REASONS: Readonly<Partial<Record<RefusalReason, Missing>>> = {
  bad_parameter: 'malformed',
  malformed_code: 'malformed',
  mistyped_code: 'mistyped',
  unknown_code: 'unknown',
  withdrawn: 'withdrawn',
};

export async function lookUpStatus(code: string, page: PageContext): Promise<LookedUp> {
  if (code.trim() === '') return { missing: 'malformed' };
  try {
    const answer = await page.portal.api.requests.get({ code: code.slice(0, 64) });
    return answer.kind === 'status'
      ? { view: await readStatus(answer, page) }
      : { record: await readRecord(answer, page) };
  } catch (error) {
    const refusal = refusalOf(error);
    const missing = refusal ? REASONS[refusal.reason] : undefined;
    if (missing === undefined) throw error;
    return { missing };
  }
}
