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

/** A file of the newest release, for a link and for checking what was saved. */
export interface OfferedFile {
  readonly ending: string;
  readonly format: Listed['formats'][number] | null;
  readonly address: string;
  /** null: of no known size, and without a checksum */
  readonly known: ReleaseFile | null;
}

export function offeredFiles(
  { formats, file }: Pick<DatasetsView, 'formats' | 'file'>,
  dataset: Pick<Listed['data'][number], 'id' | 'formats'>,
  release: Pick<Release, 'release'>,
): readonly OfferedFile[] {
  return dataset.formats.map((ending) => ({
    ending,
    format: formats.find(({ id }) => id === ending) ?? null,
    address: releaseAddress(release, dataset.id, ending),
    known: file(dataset.id, ending),
  }));
}

/** The newest releases, each with its files. */
export async function earlierReleases(
  { api }: PortalRequest,
  limit: number,
): Promise<readonly ReleaseWithFiles[]> {
  const { data } = await api.releases.list({ limit });
  return Promise.all(data.map(({ release }) => api.releases.get({ release })));
}

/** Address of a file of a release. */
export function releaseAddress(release: Pick<Release, 'release'>, dataset: string, format: string): string {
  return `/data/${release.release}/${dataset}.${format}`;
}
