/**
 * Astro asks for the digest of an empty text once per stylesheet for every page that it renders, each time by way
 * of another thread. It is always the same, so it is worked out once.
 *
 * In:     the Web Crypto of the process
 * Out:    the same, with that one digest remembered
 */
export function rememberEmptyDigest(subtle: SubtleCrypto): void {
  const digest = subtle.digest.bind(subtle);
  const empty = digest('SHA-256', new Uint8Array(0));
  subtle.digest = (algorithm, data) =>
    algorithm === 'SHA-256' && data.byteLength === 0 ? empty : digest(algorithm, data);
}
