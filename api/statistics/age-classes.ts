/** Classes of age of what is open, in whole days: their names, and the class of an age. */

/** Upper ends; the last class has none. */
const ENDS = [7, 14, 30, 60, 90, 180, 365] as const;

export const AGE_CLASSES: readonly string[] = [0, ...ENDS].map((below, i) => {
  const from = i === 0 ? 0 : below + 1;
  const to = ENDS[i];
  return to === undefined ? `${from}+` : `${from}-${to}`;
});

/** Index into AGE_CLASSES; what is not a day old yet is in the first. */
export function ageClass(days: number): number {
  return ENDS.filter((end) => days > end).length;
}
