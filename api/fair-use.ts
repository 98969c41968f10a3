/**
 * What one client may ask for: said in headers, in the page for developers, and held by the HTTP front.
 *
 * In:     answers that have to be made; what is served from memory is not counted; downloads that run at the same time
 * Out:    the numbers, and the headers that say them
 * Source: draft-ietf-httpapi-ratelimit-headers-10; RFC 9110 §10.2.3
 */

/** A town can share one address, and a newsroom reads everything at once: so this is generous. */
export const FAIR_USE = { burst: 600, per_second: 60, downloads_at_once: 4 } as const;

/** Calls of tRPC in one request; each counts. */
export const MAX_BATCH = 10;

/** Seconds in which a bucket that is empty fills up again. */
const window_s = FAIR_USE.burst / FAIR_USE.per_second;

export const RATE_LIMIT_POLICY = `"made";q=${FAIR_USE.burst};w=${window_s}`;

/** Of a refusal: nothing is left, and there is one answer more after so many seconds. */
export const rateLimitSpent = (seconds: number): string => `"made";r=0;t=${seconds}`;
