/** A language that says a part of the texts: what it says is shown, the rest falls back text by text. */
import { readdir } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { ENGLISH } from '../../src/i18n/english.ts';
import { countTexts, filled, missingTexts } from '../../src/i18n/fill.ts';
import { formatFor, makeFormat } from '../../src/i18n/format.ts';
import type { FurtherLanguage } from '../../src/i18n/language.ts';
import { languagesWith, TEXTS, WHOLE_LANGUAGES } from '../../src/i18n/languages.ts';
import { FURTHER_LANGUAGES } from '../../src/i18n/more/registry.ts';
import { nameInFirst } from '../../src/i18n/name-in-first.ts';
import { status as sw } from '../../src/i18n/sw/status.ts';
import { language as eyo } from '../setup/pseudo-language.ts';

const { status: en } = ENGLISH;
const neighbour: FurtherLanguage = {
  ...eyo,
  tag: 'enb',
  own_name: 'Vavivo',
  falls_back_to: ['eyo', 'sw'],
  texts: { status: { headline: { started: 'Gog.' } } },
};
const languages = languagesWith([eyo, neighbour]);
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('a further language', () => {
  const t = languages.texts('eyo', { en, sw });

  it('says what it has, and leaves every other text to the language that it falls back to', () => {
    expect(t.headline.received).toBe('Zoz qaqi xuxo vev.');
    expect(t.late('3 quqaq')).toBe('Zuzu 3 quqaq.');
    expect(t.headline.resolved).toBe(sw.headline.resolved);
    expect(t.due.solution('leo')).toBe(sw.due.solution('leo'));
    expect(Object.keys(t)).toEqual(Object.keys(sw));
  });

  it('leaves the other languages as they are', () => {
    expect(languages.texts('sw', { en, sw })).toBe(sw);
    expect(languages.texts('en', { en, sw })).toBe(en);
    expect(languages.texts('fr', { en, sw })).toBe(en);
    expect(sw.headline.received).not.toBe(t.headline.received);
  });

  it('is put together once', () => {
    expect(languages.texts('eyo', { en, sw })).toBe(t);
    expect(languages.texts('eyo-KE', { en, sw }).headline).toEqual(t.headline);
  });

  it('may fall back to another that is not whole either', () => {
    const both = languages.texts('enb', { en, sw });
    expect([both.headline.started, both.headline.received, both.headline.merged]).toEqual([
      'Gog.',
      'Zoz qaqi xuxo vev.',
      sw.headline.merged,
    ]);
    expect(languages.chain('enb')).toEqual(['enb', 'eyo', 'sw']);
    expect(languagesWith([{ ...eyo, falls_back_to: ['xx'] }]).chain('eyo')).toEqual(['eyo', 'en']);
  });

  it('is called the language of a page only where it says most of it', () => {
    expect(languages.spoken('eyo', ENGLISH.notFound)).toBe('eyo');
    expect(languages.spoken('eyo', ENGLISH.status)).toBe('sw');
    expect(languages.spoken('sw', ENGLISH.status)).toBe('sw');
    expect(languages.spoken('fr', ENGLISH.status)).toBe('en');
  });

  it('is counted text by text', () => {
    expect(languages.said('eyo')).toBe(11);
    expect([languages.said('sw'), languages.said('fr')]).toEqual([TEXTS, 0]);
    const missing = missingTexts(ENGLISH, eyo.texts);
    expect(missing).toContain('status.headline.resolved');
    expect(missing).not.toContain('status.headline.received');
    expect(missing).not.toContain('status.late');
  });

  it('writes numbers and dates as the locale that it names, and units in words of its own', () => {
    const format = makeFormat(eyo, 'Africa/Nairobi');
    expect(plain(format.days(1))).toBe('1 quq');
    expect(plain(format.duration(72))).toBe('3 quqaq');
    expect(format.days(3)).not.toContain(' ');
    const swahili = formatFor('sw', 'Africa/Nairobi');
    expect(format.date('2026-11-23')).toBe('23 Novemba 2026');
    expect([format.duration(24), format.list(['a', 'b'])]).toEqual([swahili.duration(24), 'a na b']);
  });

  it('does not compile with a text that is misspelt, or one that takes something else', () => {
    const wrong: readonly FurtherLanguage['texts'][] = [
      // @ts-expect-error there is no such dictionary
      { statuss: {} },
      // @ts-expect-error there is no such text
      { status: { headline: { recieved: 'x' } } },
      // @ts-expect-error it takes the day as text
      { status: { due: { answer: (day: number) => `${day}` } } },
      // @ts-expect-error it takes one argument
      { status: { late: (days: string, more: string) => days + more } },
      // @ts-expect-error it takes an argument
      { status: { late: 7 } },
    ];
    expect(wrong).toHaveLength(5);
  });
});

describe('a name', () => {
  it('is taken from the nearest language that has it', () => {
    expect(nameInFirst({ en: 'Roads', sw: 'Barabara' }, ['eyo', 'sw', 'en'])).toBe('Barabara');
    expect(nameInFirst({ en: 'Roads', sw: '', eyo: 'Quqo' }, ['eyo', 'sw'])).toBe('Quqo');
    expect(nameInFirst({ fr: 'Routes' }, ['eyo', 'sw', 'en'])).toBe('Routes');
    expect(nameInFirst({}, ['en'])).toBe('');
  });
});

describe('filling', () => {
  it('takes a list whole, and a text that is not there not at all', () => {
    const whole = { title: 'a', list: ['b', 'c'], more: { text: 'd' } };
    expect(filled(whole, [{ list: ['x'] }, { title: 'y', list: undefined, other: 'z' }])).toEqual({
      title: 'y',
      list: ['x'],
      more: { text: 'd' },
    });
    expect(filled(whole, [undefined, null, 'text'])).toBe(whole);
    expect(countTexts(whole)).toBe(4);
  });
});

describe('the languages of the site', () => {
  const folder = new URL('../../src/i18n/', import.meta.url);

  it('know every dictionary by its name', async () => {
    for (const file of await readdir(new URL('en/', folder))) {
      const module: object = await import(new URL(`en/${file}`, folder).href);
      for (const [name, texts] of Object.entries(module)) expect(ENGLISH, file).toHaveProperty(name, texts);
    }
  });

  it('are each a file that is named by its tag and has its line', async () => {
    const files = (await readdir(new URL('more/', folder))).filter((file) => file !== 'registry.ts');
    expect(FURTHER_LANGUAGES.map(({ tag }) => `${tag}.ts`).toSorted()).toEqual(files.toSorted());
  });

  it.each([...FURTHER_LANGUAGES, eyo].map((language) => [language.tag, language] as const))(
    '%s names a locale that dates can be written in, languages that there are, and an office that read it',
    (tag, language) => {
      const known = [...WHOLE_LANGUAGES, ...FURTHER_LANGUAGES.map((one) => one.tag)].filter(
        (one) => one !== tag,
      );
      expect(Intl.DateTimeFormat.supportedLocalesOf(language.locale)).toHaveLength(1);
      for (const other of language.falls_back_to) expect(known).toContain(other);
      expect(WHOLE_LANGUAGES).not.toContain(tag);
      if (language.reviewed) {
        expect(language.reviewed.on).toMatch(/^\d{4}-\d\d-\d\d$/);
        expect(Object.values(language.reviewed.by).every((name) => name.trim() !== '')).toBe(true);
      }
    },
  );
});
