/** The measures that places, kinds of report and offices are compared by; one line each. */
import type { Release } from '../../api/schemas/releases.ts';

export const MEASURES = {
  received: { statistic: 'requests_received', records: null },
  open: { statistic: 'requests_open', records: null },
  answered: { statistic: 'first_response_hours_median', records: 'first_response' },
  resolved: { statistic: 'resolution_hours_median', records: 'resolution' },
  answered_in_time: { statistic: 'first_response_within_standard', records: 'first_response' },
  resolved_in_time: { statistic: 'resolution_within_standard', records: 'resolution' },
} as const satisfies Record<string, { statistic: string; records: Release['measures'][number] | null }>;

export type MeasureId = keyof typeof MEASURES;

/** Those that the source records, in the order of the registry. */
export function recordedMeasures(release: Pick<Release, 'measures'>): MeasureId[] {
  const ids = Object.keys(MEASURES).filter((id): id is MeasureId => id in MEASURES);
  return ids.filter((id) => {
    const { records } = MEASURES[id];
    return records === null || release.measures.includes(records);
  });
}

/** The measure that a link asks for, where it is recorded; else the most telling one that is. */
export function chosenMeasure(asked: string | null, recorded: readonly MeasureId[]): MeasureId {
  return (
    recorded.find((id) => id === asked) ??
    (['answered', 'resolved', 'open'] as const).find((id) => recorded.includes(id)) ??
    'received'
  );
}
