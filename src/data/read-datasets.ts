/**
 * The datasets, and the files of the newest release.
 *
 * In:     the portal of this HTTP request
 * Out:    datasets in the order of their registry; files by dataset and format; null without a release
 * Errors: those of the API
 */
import type { PortalRequest } from '../../api/portal.ts';
import type { Release } from '../../api/schemas/releases.ts';

type Listed = Awaited<ReturnType<PortalRequest['api']['datasets']['list']>>;
export type ReleaseWithFiles = Awaited<ReturnType<PortalRequest['api']['releases']['get']>>;
export type ReleaseFile = ReleaseWithFiles['files'][number];

export interface DatasetsView {
  readonly datasets: Listed['data'];
  readonly formats: Listed['formats'];
  readonly release: ReleaseWithFiles | null;
  /** null: not part of the newest release's manifest */
  readonly file: (dataset: string, format: string) => ReleaseFile | null;
}

export async function readDatasets({ api, release: number }: PortalRequest): Promise<DatasetsView> {
  const [listed, release] = await Promise.all([
    api.datasets.list(),
    number === null ? null : api.releases.get({ release: number }),
  ]);
  return {
    datasets: listed.data,
    formats: listed.formats,
    release,
    file: (dataset, format) =>
      release?.files.find((file) => file.dataset === dataset && file.format === format) ?? null,
  };
}

/** Address of a file of a release, for links and citations. */
export function releaseAddress(release: Pick<Release, 'release'>, dataset: string, format: string): string {
  return `/data/${release.release}/${dataset}.${format}`;
}
