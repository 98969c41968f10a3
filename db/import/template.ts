/**
 * Templates that make a code or a name from named values.
 *
 * `wardcode`         the value of wardcode as it is
 * `{wardcode}`       the same
 * `{wardcode:4}`     padded with zeros to four characters: 741 becomes 0741
 * `ward-{WARD}`      with text around it: 3 becomes ward-3
 *
 * In:     the template, then values by name
 * Out:    the text, cleaned; null where a value is missing or empty
 * Errors: RangeError for a template that cannot be read
 */
export type Template = (values: Readonly<Record<string, unknown>>) => string | null;

export function template(text: string): Template {
  if (!/[{}]/.test(text)) return template(`{${text}}`);
  const parts = [...text.matchAll(/\{([^{}:]+)(?::([1-9]\d?))?\}|([^{}]+)/g)];
  if (parts.map(([whole]) => whole).join('') !== text)
    throw new RangeError(
      `"${text}" is not a template. Write {property}, {property:4} to pad with zeros, and any text around them: ward-{WARD}`,
    );
  return (values) => {
    let made = '';
    for (const [, name, width, literal] of parts) {
      if (name === undefined) {
        made += literal ?? '';
        continue;
      }
      const value = Object.hasOwn(values, name) ? values[name] : undefined;
      const known = typeof value === 'string' || typeof value === 'number' ? cleanName(String(value)) : '';
      if (known === '') return null;
      made += known.padStart(Number(width ?? 0), '0');
    }
    return cleanName(made);
  };
}

/** One line, single spaces; NFC. */
export function oneLine(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\s\p{Cc}\p{Zs}]+/gu, ' ')
    .trim();
}

/** A name as it is written: one line, and no space around a slash. */
export function cleanName(text: string): string {
  return oneLine(text).replace(/ ?\/ ?/g, '/');
}
