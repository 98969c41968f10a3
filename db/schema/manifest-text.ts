/**
 * The manifest of a release as it is served, signed and hashed. The database keeps it as jsonb, which has an
 * order of its own for keys, so the text is made here, from one order.
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
