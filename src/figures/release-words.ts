/** The release that a page speaks from, in words, and what it records. */
import type { Release } from '../../api/schemas/releases.ts';
import type { figures } from '../i18n/en/figures.ts';
import type { PageContext } from '../page-context.ts';
import { MEASURES, type MeasureId, recordedMeasures } from './measures.ts';

export interface ReleaseWords {
  readonly release: Release;
  /** "release 12 of 22 November 2026" */
  readonly text: string;
  /** what can be compared: recorded by the source and known to the API */
  readonly measures: readonly MeasureId[];
  /** sentences about what this source does not record */
  readonly missing: readonly string[];
}

export async function releaseWords(
  { portal, format }: PageContext,
  t: typeof figures,
): Promise<ReleaseWords> {
  const [release, statistics] = await Promise.all([
    portal.api.releases.get({ release: 'latest' }),
    portal.api.statistics.list(),
  ]);
  const known = new Set(statistics.data.map(({ id }) => id));
  return {
    release,
    text: t.release(format.number(release.release), format.date(release.label)),
    measures: recordedMeasures(release).filter((id) => known.has(MEASURES[id].statistic)),
    missing: [
      ...(release.measures.includes('first_response') ? [] : [t.no_first_response]),
      ...(release.measures.includes('resolution') ? [] : [t.no_resolution]),
    ],
  };
}
