/** The texts of the site as their readers may meet them: each with its key; those with arguments called with a few. */
import { readdir } from 'node:fs/promises';

const folder = new URL('../../src/i18n/', import.meta.url);

export interface Text {
  readonly key: string;
  readonly text: string;
}

/** Every text of a dictionary; one with arguments is called with numbers and with names. */
export function textsOf(value: unknown, key: string): Text[] {
  if (typeof value === 'string') return [{ key, text: value }];
  if (typeof value === 'function')
    return [1, 7, '<0>'].flatMap((first) => {
      const rest = Array.from({ length: Math.max(0, value.length - 1) }, (_, index) => `<${index + 1}>`);
      try {
        return [{ key: `${key}(${first})`, text: String(value(first, ...rest)) }];
      } catch (error) {
        // a text about a name, not a number
        if (error instanceof TypeError && typeof first === 'number') return [];
        throw error;
      }
    });
  if (Array.isArray(value)) return value.flatMap((item, index) => textsOf(item, `${key}[${index}]`));
  if (value !== null && typeof value === 'object')
    return Object.entries(value).flatMap(([name, item]) => textsOf(item, `${key}.${name}`));
  return [];
}

export async function dictionary(language: string, file: string): Promise<Text[]> {
  const module: object = await import(new URL(`${language}/${file}`, folder).href);
  return Object.entries(module).flatMap(([name, value]) => textsOf(value, name));
}

export function dictionaryFiles(): Promise<string[]> {
  return readdir(new URL('en/', folder));
}
