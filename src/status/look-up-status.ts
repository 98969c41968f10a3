/** A status page's report, or why there is none: no code at all, a slip in it, or a code that no report has. */
import type { RefusalReason } from '../../api/refusal.ts';
import type { PageContext } from '../page-context.ts';
import { refusalOf } from '../refusal.ts';
import { readStatus, type StatusView } from './read-status.ts';

export type Missing = 'malformed' | 'mistyped' | 'unknown';

const REASONS: Readonly<Partial<Record<RefusalReason, Missing>>> = {
  bad_parameter: 'malformed',
  malformed_code: 'malformed',
  mistyped_code: 'mistyped',
  unknown_code: 'unknown',
};

export async function lookUpStatus(
  code: string,
  page: PageContext,
): Promise<{ readonly view: StatusView } | { readonly missing: Missing }> {
  if (code.trim() === '') return { missing: 'malformed' };
  try {
    return { view: await readStatus(code, page) };
  } catch (error) {
    const refusal = refusalOf(error);
    const missing = refusal ? REASONS[refusal.reason] : undefined;
    if (missing === undefined) throw error;
    return { missing };
  }
}
