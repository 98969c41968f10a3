/**
 * The local day so many days before another.
 *
 * In:     a day, `2026-11-22`; whole days
 * Out:    a day, `2026-10-22`
 * Errors: RangeError when the text is no day
 */
export function dayBefore(day: string, days: number): string {
  const time = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(time)) throw new RangeError(`a day is written 2026-11-22, got ${day}`);
  return new Date(time - days * 86_400_000).toISOString().slice(0, 10);
}
