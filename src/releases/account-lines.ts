/**
 * The account of a release as a sum that a person can follow: lines that together make what was received.
 *
 * In:     `accounted_for` of a release
 * Out:    its lines, biggest matter first; their sum, and whether it is what was received
 * Errors: none; a sum that is off is returned, to be shown
 */
import type { Release } from '../../api/schemas/releases.ts';

export type AccountLine =
  | { readonly what: 'published' | 'merged' | 'pending'; readonly count: number }
  | { readonly what: 'withheld'; readonly reason: string; readonly count: number }
  /** null: too few to say; it counts as 0 in the sum, as it does in the release's own account */
  | { readonly what: 'sensitive'; readonly count: number | null };

export interface Account {
  readonly lines: readonly AccountLine[];
  readonly sum: number;
  readonly received: number;
  readonly adds_up: boolean;
}

export function account(of: Release['accounted_for']): Account {
  const lines: AccountLine[] = [
    { what: 'published', count: of.published },
    { what: 'merged', count: of.merged },
    ...Object.entries(of.withheld).map(
      ([reason, count]): AccountLine => ({ what: 'withheld', reason, count }),
    ),
    { what: 'sensitive', count: of.sensitive },
    { what: 'pending', count: of.pending },
  ];
  const sum = lines.reduce((total, line) => total + (line.count ?? 0), 0);
  return { lines, sum, received: of.received, adds_up: sum === of.received };
}
