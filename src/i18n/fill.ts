/**
 * Completes the texts of a language that says only a part of them.
 *
 * In:     a whole dictionary, and parts of it in nearer languages, the farthest first
 * Out:    a dictionary of the same form; each text is of the nearest language that has it
 * Errors: none; what the whole one lacks is left out
 */
export function filled<T extends object>(whole: T, parts: readonly unknown[]): T {
  return parts.reduce<T>((texts, part) => (isDictionary(part) ? over(texts, part) : texts), whole);
}

function over<T extends object>(texts: T, part: Readonly<Record<string, unknown>>): T {
  const said: Record<string, unknown> = {};
  for (const [key, text] of Object.entries(texts)) {
    const own = part[key];
    if (own !== undefined) said[key] = isDictionary(text) && isDictionary(own) ? over(text, own) : own;
  }
  return Object.assign({ ...texts }, said);
}

/** How many texts there are: a text that takes arguments is one, and so is each of a list. */
export function countTexts(texts: unknown): number {
  if (typeof texts === 'string' || typeof texts === 'function') return 1;
  if (typeof texts !== 'object' || texts === null) return 0;
  return Object.values(texts).reduce((sum: number, text: unknown) => sum + countTexts(text), 0);
}

/** The names of texts that a part lacks: `status.title` */
export function missingTexts(whole: unknown, part: unknown, name = ''): string[] {
  if (part === undefined && !isDictionary(whole)) return [name];
  if (!isDictionary(whole)) return [];
  return Object.entries(whole).flatMap(([key, text]) =>
    missingTexts(text, isDictionary(part) ? part[key] : undefined, name === '' ? key : `${name}.${key}`),
  );
}

function isDictionary(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
