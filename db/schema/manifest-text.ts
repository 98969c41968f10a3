/**
 * The manifest of a release as it is served, signed and hashed. What read it from the database
 * may have changed the order of its keys, so the text is made here, in one order.
 *
 * In:     the manifest, its keys in any order
 * Out:    JSON text whose SHA-256 is the release's `manifest_sha256`
 */
import type { Manifest } from './published.ts';

export function manifestText(manifest: Manifest): string {
  const { jurisdiction_id, release, label, cut_off, files } = manifest;
  return JSON.stringify({
    jurisdiction_id,
    release,
    label,
    cut_off,
    files: files.map(({ dataset, format, path, rows, bytes, sha256 }) => ({
      dataset,
      format,
      path,
      rows,
      bytes,
      sha256,
    })),
  });
}
