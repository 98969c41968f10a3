/** Where a verification reads from: a portal over HTTP, or a folder of what was downloaded from one. */
import type { Description, ManifestEntry } from './description.ts';

export interface Source {
  /** as it was given */
  readonly name: string;
  /** numbers of all releases, ascending */
  releases(): Promise<readonly number[]>;
  /** text of `/api/v1/releases/{release}`; null: the newest */
  description(release: number | null): Promise<string>;
  /** text of the manifest, byte by byte */
  manifest(release: number): Promise<string>;
  /** the bytes of a file; null: a folder need not hold every format */
  open(of: Description, file: ManifestEntry): Promise<AsyncIterable<Uint8Array> | null>;
}
