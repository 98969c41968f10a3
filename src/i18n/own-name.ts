const known = new Map<string, string>();

/** What speakers of a language call it, with a capital: `sw` → Kiswahili. Each is worked out once. */
export function ownName(language: string): string {
  const said = known.get(language);
  if (said !== undefined) return said;
  const found = new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language;
  const name = found.charAt(0).toLocaleUpperCase(language) + found.slice(1);
  known.set(language, name);
  return name;
}
