/**
 * Homogeneity: nobody knows which row of a cell is a neighbour's, but when all rows say the same it need not be
 * known.
 *
 * In:     the scene, with the truth
 * Out:    a finding per set whose rows all had one outcome when they were placed
 *
 * A cell whose rows come to share one closed outcome later is told as information and is no failure: precision is
 * frozen at placement (to take it back would itself tell something), what happens afterwards cannot be known then,
 * and the usual way to come to it is that everything was resolved, which is what everybody hopes for.
 */
import type { Attack, Finding, TrueEvent } from './types.ts';
import { count, filterWords } from './words.ts';

export const homogeneity: Attack = {
  id: 'homogeneity',
  title: 'Reads the outcome of a report off a cell in which all rows have the same',
  needs_truth: true,
  run({ view, sets }) {
    const cutOff = new Map(view.releases.map(({ release, cut_off }) => [release, cut_off.getTime()]));
    const findings: Finding[] = [];
    let least: number | null = null;
    let later = 0;
    for (const { key, appeared, rows } of sets) {
      const at = cutOff.get(appeared) ?? 0;
      const known = rows.flatMap(({ request }) => (request ? [outcomeAt(request.events, at)] : []));
      const outcomes = new Set(known);
      if (known.length > 0 && known.length === rows.length) {
        if (least === null || outcomes.size < least) least = outcomes.size;
        if (outcomes.size === 1)
          findings.push({
            what: `release ${appeared}: ${filterWords(key)}: all ${count(rows.length)} rows were ${known[0]}`,
            isolates: null,
          });
      }
      const now = new Set(rows.map((row) => row.versions.at(-1)?.outcome));
      if (now.size === 1 && rows.every((row) => row.versions.at(-1)?.status === 'closed')) later++;
    }
    return {
      tried: `${count(sets.length)} sets of rows`,
      findings,
      worst: least === null ? 'no outcomes known' : `${count(least)} outcomes in a cell`,
      information:
        later > 0 ? [`${count(later)} of ${count(sets.length)} cells have one closed outcome by now`] : [],
    };
  },
};

const CLOSING = new Set(['resolved', 'declined', 'merged']);
const ANSWER = new Set(['acknowledged', 'assigned', 'started', ...CLOSING]);

/** What had become of a request by an instant. */
export function outcomeAt(events: readonly TrueEvent[], at: number): string {
  const before = events.filter((event) => event.at < at);
  const turn = before.findLast(({ kind }) => CLOSING.has(kind) || kind === 'reopened');
  if (turn) return turn.kind;
  return before.some(({ kind }) => ANSWER.has(kind)) ? 'in_progress' : 'waiting';
}
