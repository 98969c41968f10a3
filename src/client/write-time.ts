/**
 * An exact time, so that nobody reads another one into it. Swahili counts the hours of the day from sunrise: what a
 * clock shows as 09:15 is called "saa tatu na robo asubuhi", the third hour. Digits are what phones show, and the
 * part of the day beside them keeps 09:15 from being taken for the ninth hour, which is in the afternoon. The word
 * "saa" never stands before them.
 *
 * In:     an instant, the locale, the time zone of the jurisdiction
 * Out:    `23 Novemba 2026, 09:15 asubuhi`; in other languages without the part of the day
 * Errors: RangeError for an unknown time zone
 */
export function writeTime(at: Date, locale: string, timeZone: string): string {
  const write = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone }).format(at);
  if (!locale.startsWith('sw')) return write({ dateStyle: 'long', timeStyle: 'short', hourCycle: 'h23' });
  // Apart: in sw-KE Intl joins the two with "saa". Noon is "saa sita za mchana", the sixth hour of it.
  const day = write({ dateStyle: 'long' });
  const time = write({ timeStyle: 'short', hourCycle: 'h23' });
  return `${day}, ${time} ${write({ dayPeriod: 'long' }).split(' ').at(-1)}`;
}
