/**
 * The state of a released request in a few words, and the mark that stands before them.
 *
 * In:     the state at the cut-off, whether the source records first responses, format and texts
 * Out:    words; `late` apart, since it is marked; the mark is a shape, never a colour alone
 */
import type { requests } from '../i18n/en/requests.ts';
import type { Format } from '../i18n/format.ts';
import type { RowState } from './row-state.ts';

export interface RowWords {
  readonly text: string;
  readonly late: string | null;
  readonly mark: 'empty' | 'half' | 'full' | 'crossed';
}

type Words = (typeof requests)['row'];

export function rowWords(
  state: RowState,
  { format, words, answers_recorded }: { format: Format; words: Words; answers_recorded: boolean },
): RowWords {
  return {
    text: text(state, words, format, answers_recorded),
    late: state.late_days === null ? null : words.late(format.days(state.late_days)),
    mark: MARKS[state.outcome],
  };
}

const MARKS = {
  waiting: 'empty',
  in_progress: 'half',
  reopened: 'half',
  resolved: 'full',
  declined: 'crossed',
  merged: 'crossed',
} as const;

function text(state: RowState, words: Words, format: Format, answersRecorded: boolean): string {
  const waited = state.waited_days === null ? null : format.days(state.waited_days);
  const after = format.duration(state.closed_hours ?? 0);
  switch (state.outcome) {
    case 'waiting':
      if (state.waited_days === 0) return words.just_in;
      if (!answersRecorded) return waited === null ? words.still_open_unknown : words.still_open(waited);
      return waited === null ? words.waiting_unknown : words.waiting(waited);
    case 'in_progress':
      return waited === null || state.waited_days === 0
        ? words.in_progress_unknown
        : words.in_progress(waited);
    case 'resolved':
      return words[state.reporter_says ?? 'resolved'](after);
    case 'declined':
      return words.declined(after);
    case 'reopened':
    case 'merged':
      return words[state.outcome];
  }
}
