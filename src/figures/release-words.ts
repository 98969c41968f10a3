/** The release that a page speaks from, in words, and what it records. */
import type { Release } from '../../api/schemas/releases.ts';
import type { figures } from '../i18n/en/figures.ts';
import type { PageContext } from '../page-context.ts';
import { type MeasureId, recordedMeasures } from './measures.ts';
import { isPromised, PROMISES } from './promises.ts';

export interface ReleaseWords {
  readonly release: Release;
  /** "release 12 of 22 November 2026" */
  readonly text: string;
  /** what can be compared: recorded by the source, and promised for some kind of report */
  readonly measures: readonly MeasureId[];
  /** sentences about what this source does not record */
  readonly missing: readonly string[];
}

export async function releaseWords(
  { portal, format }: PageContext,
  t: typeof figures,
): Promise<ReleaseWords> {
  const [release, { data: services }] = await Promise.all([
    portal.api.releases.get({ release: 'latest' }),
    portal.api.services.list({}),
  ]);
  const unpromised = PROMISES.filter((id) => !isPromised(services, id));
  return {
    release,
    text: t.release(format.number(release.release), format.date(release.label)),
    measures: recordedMeasures(release).filter((id) => !unpromised.some((without) => without === id)),
    missing: [
      ...(release.measures.includes('first_response') ? [] : [t.no_first_response]),
      ...(release.measures.includes('resolution') ? [] : [t.no_resolution]),
    ],
  };
}
