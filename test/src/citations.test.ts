/** Citations are read by strict readers of each format, whatever the names of a jurisdiction hold. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apa } from '../../src/citations/apa.ts';
import { bibtex } from '../../src/citations/bibtex.ts';
import type { Citation } from '../../src/citations/citation.ts';
import { cslJson } from '../../src/citations/csl-json.ts';
import { citationFormats } from '../../src/citations/registry.ts';
import { ris } from '../../src/citations/ris.ts';

const CITATION: Citation = {
  id: 'elgeyo-marakwet:20:first_response_hours_median:0739',
  author: 'Elgeyo Marakwet County',
  title: "Median time to first response, Cherang'any & Endo_North {50%}: 26 hours (n = 108)",
  date: '2026-11-22',
  version: 'release 20 of 22 November 2026',
  publisher: 'Majibu',
  url: 'https://majibu.example/figures/20/first_response_hours_median?area=0739&period=2026-01..2026-03',
  language: 'en',
  licence: 'CC BY 4.0',
  kind: 'Statistic',
};

/**
 * One BibTeX entry: braces balance, a key without what ends it, values in braces or a month's name; in text no special
 * character stands without its backslash. Undoes the escaping.
 */
function readBibtex(text: string): Record<string, string> {
  const head = /^@misc\{([^\s,{}"#%~\\]+),\n/.exec(text);
  if (!head?.[1]) throw new Error('no entry');
  const fields: Record<string, string> = { key: head[1] };
  const lines = text.slice(head[0].length).split('\n');
  expect(lines.splice(-2)).toEqual(['}', '']);
  for (const [index, line] of lines.entries()) {
    const [, name = '', value = '', end] = /^ {2}(\w+) = (.*?)(,?)$/.exec(line) ?? [];
    expect(end, line).toBe(index === lines.length - 1 ? '' : ',');
    if (/^[a-z]{3}$/.test(value)) fields[name] = value;
    else {
      let depth = 0;
      for (const [character] of value.matchAll(/\\.|[{}]/g)) {
        if (character === '{') depth++;
        if (character === '}') depth--;
        if (depth < 0) throw new Error(`a brace too many: ${line}`);
      }
      expect([value.at(0), value.at(-1), depth], line).toEqual(['{', '}', 0]);
      const inner = value.slice(1, -1);
      if (name !== 'url') expect(inner.replace(/\\./g, ''), line).not.toMatch(/[~^&%$#_]/);
      fields[name] = inner
        .replace(/\\text(backslash|asciitilde|asciicircum)\{\}/g, (_, which: string) =>
          which === 'backslash' ? '\u0001' : which === 'asciitilde' ? '~' : '^',
        )
        .replace(/\\([{}&%$#_])/g, '$1')
        .replaceAll('\u0001', '\\');
    }
  }
  return fields;
}

/** One RIS record: two characters, two spaces, a hyphen, a space; from TY to ER. */
function readRis(text: string): Record<string, string> {
  const lines = text.split('\r\n');
  expect(lines.pop()).toBe('');
  const fields = lines.map((line) => {
    const [, tag = '', value = ''] = /^([A-Z][A-Z0-9]) {2}- ([^\r\n]*)$/.exec(line) ?? [];
    expect(tag, line).not.toBe('');
    return [tag, value] as const;
  });
  expect([fields[0]?.[0], fields.at(-1)]).toEqual(['TY', ['ER', '']]);
  return Object.fromEntries(fields);
}

const spaced = (text: string) => text.replace(/\s+/g, ' ');

describe('a citation', () => {
  it('as text names author, year, what, release, publisher and address, as the APA has it', () => {
    expect(apa(CITATION)).toBe(
      `Elgeyo Marakwet County (2026). ${CITATION.title} (release 20 of 22 November 2026) [Statistic]. Majibu. ${CITATION.url}`,
    );
  });

  it('as BibTeX can be read back', () => {
    const read = readBibtex(bibtex.write(CITATION));
    expect(read).toEqual({
      key: CITATION.id,
      author: `{${CITATION.author}}`,
      title: `{${CITATION.title}}`,
      year: '2026',
      month: 'nov',
      howpublished: 'Majibu, release 20 of 22 November 2026',
      url: CITATION.url,
      language: 'en',
      note: 'CC BY 4.0',
    });
  });

  it('as RIS can be read back', () => {
    expect(readRis(ris.write(CITATION))).toMatchObject({
      TY: 'DATA',
      AU: CITATION.author,
      TI: CITATION.title,
      PY: '2026',
      DA: '2026/11/22',
      UR: CITATION.url,
    });
  });

  it('as CSL-JSON is an item of the schema', () => {
    const [item, ...more] = JSON.parse(cslJson.write(CITATION));
    expect(more).toEqual([]);
    expect(item).toMatchObject({
      id: CITATION.id,
      type: 'dataset',
      title: CITATION.title,
      author: [{ literal: CITATION.author }],
      issued: { 'date-parts': [[2026, 11, 22]] },
      URL: CITATION.url,
    });
  });

  it('in every format keeps whatever a name holds, and nothing breaks out of its field', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(text, text, (author, title) => {
        const odd = { ...CITATION, author, title };
        expect(readBibtex(bibtex.write(odd))).toMatchObject({
          author: `{${spaced(author)}}`,
          title: `{${spaced(title)}}`,
        });
        expect(readRis(ris.write(odd))).toMatchObject({ AU: spaced(author), TI: spaced(title) });
        expect(JSON.parse(cslJson.write(odd))[0]).toMatchObject({ title, author: [{ literal: author }] });
      }),
    );
  });

  it('has formats that differ in name and ending', () => {
    for (const of of ['name', 'ending', 'media_type'] as const)
      expect(new Set(citationFormats.map((one) => one[of])).size).toBe(citationFormats.length);
  });
});
