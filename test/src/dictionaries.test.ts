/**
 * The compiler sees to it that no text of a whole language is missing, and that none of any language is misspelt; this
 * sees to it that none is empty, left untranslated, or loses what it is told.
 */
import { describe, expect, it } from 'vitest';
import { ENGLISH } from '../../src/i18n/english.ts';
import { FURTHER_LANGUAGES } from '../../src/i18n/more/registry.ts';
import { dictionary, dictionaryFiles, type Text, textsOf } from '../setup/dictionaries.ts';
import { language as pseudo } from '../setup/pseudo-language.ts';

const marks = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).toSorted();

/** What a text was told, `<0>`, and repeats. */
const told = (text: string): string[] => [...new Set(text.match(/<\d>/g) ?? [])].toSorted();

describe.each(await dictionaryFiles())('the texts of %s', (file) => {
  it('are there in Swahili, none empty', async () => {
    const [en, sw] = [await dictionary('en', file), await dictionary('sw', file)];
    const keys = (list: readonly Text[]) => new Set(list.map(({ key }) => key.replace(/\((1|7|<0>)\)/g, '')));
    expect(keys(sw)).toEqual(keys(en));
    for (const { key, text } of [...en, ...sw]) expect(text.trim(), key).not.toBe('');
  });

  it('mark the same numbers in both languages', async () => {
    const sw = new Map((await dictionary('sw', file)).map(({ key, text }) => [key, text]));
    for (const { key, text } of await dictionary('en', file))
      if (text.includes('{') && (sw.get(key) ?? '').includes('{'))
        expect(marks(sw.get(key) ?? ''), key).toEqual(marks(text));
  });

  it('repeat in Swahili what they are told', async () => {
    const sw = new Map((await dictionary('sw', file)).map(({ key, text }) => [key, text]));
    for (const { key, text } of await dictionary('en', file))
      if (sw.has(key)) expect(told(sw.get(key) ?? ''), key).toEqual(told(text));
  });

  it('are written in Swahili, not left in English', async () => {
    const sw = new Map((await dictionary('sw', file)).map(({ key, text }) => [key, text]));
    for (const { key, text } of await dictionary('en', file))
      if (text.split(' ').length > 3 && sw.has(key)) expect(sw.get(key), key).not.toBe(text);
  });
});

describe.each([...FURTHER_LANGUAGES, pseudo].map((language) => [language.tag, language.texts] as const))(
  'the texts of the further language %s',
  (_tag, texts) => {
    const english = new Map(textsOf(ENGLISH, '').map(({ key, text }) => [key, text]));

    it('are none of them empty, and mark and repeat what the English ones do', () => {
      const own = textsOf(texts, '');
      expect(own.length).toBeGreaterThan(0);
      for (const { key, text } of own) {
        expect(text.trim(), key).not.toBe('');
        const of = english.get(key) ?? '';
        expect(of, `there is no ${key} in English`).not.toBe('');
        expect([marks(text), told(text)], key).toEqual([marks(of), told(of)]);
      }
    });
  },
);
