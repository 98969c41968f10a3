/**
 * The grid on which published durations lie: whole hours up to 48, then whole days.
 *
 * In:     a duration in milliseconds, zero or more
 * Out:    hours: 0, 1, … 48, 72, 96, … Rounded up, so that "within 24 hours" is never flattered.
 * Errors: RangeError when the duration is negative or not finite
 */
export function publishedHours(milliseconds: number): number {
  if (!Number.isFinite(milliseconds) || milliseconds < 0)
    throw new RangeError(`a duration is zero or more milliseconds, got ${milliseconds}`);
  const hours = Math.ceil(milliseconds / 3_600_000);
  return hours <= 48 ? hours : Math.ceil(milliseconds / 86_400_000) * 24;
}
