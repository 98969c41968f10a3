/**
 * Why the API refused. The built site carries a copy of its own of every class of the API, so an error is known
 * by its name, not by its class.
 *
 * In:     what was thrown
 * Out:    the reason and the parameters that are wrong; null: it was no refusal
 */
import type { Refusal } from '../api/refusal.ts';

export function refusalOf(error: unknown): Pick<Refusal, 'reason' | 'problems'> | null {
  return isRefusal(error) ? error : null;
}

function isRefusal(error: unknown): error is Refusal {
  return error instanceof Error && error.name === 'Refusal' && 'reason' in error && 'problems' in error;
}
