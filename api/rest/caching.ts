/**
 * How long an answer may be kept.
 *
 * In:     the procedure, and whether the address names a release by its number
 * Out:    the value of Cache-Control
 * Law:    what a release says never changes; "latest" can change at any release; a status is live
 */
const LIVE = 'public, max-age=15';
const NEWEST = 'public, max-age=60, stale-while-revalidate=86400';
const FOR_EVER = 'public, max-age=31536000, immutable';

export function cacheControl(procedure: string, release: string | undefined): string {
  if (procedure === 'requests.get') return LIVE;
  return release !== undefined && /^\d+$/.test(release) ? FOR_EVER : NEWEST;
}
