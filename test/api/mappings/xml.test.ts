import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { element, writeXml } from '../../../api/mappings/xml.ts';
import { heldByXml, readXml } from '../../setup/xml.ts';

describe('XML', () => {
  it('brings back any text, and any attribute, as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (text, attribute) => {
        const root = readXml(writeXml(element('a', { b: attribute }, [element('c', {}, text)])));
        expect([root.attributes['b'], root.children[0]?.text]).toEqual([
          heldByXml(attribute),
          heldByXml(text),
        ]);
      }),
      { numRuns: 500 },
    );
  });

  it.each(['a\r\nb', ']]>', '<!--', '&amp;', '\u0001', '\uD800', '\uFFFE', '"\'', '\t\n', '\u2028', '🚰'])(
    'brings back %j',
    (text) => {
      const root = readXml(writeXml(element('a', { b: text }, text)));
      expect([root.attributes['b'], root.text]).toEqual([heldByXml(text), heldByXml(text)]);
    },
  );

  it('leaves out what is null', () => {
    expect(writeXml(element('a', { b: null, c: 1 }, [null, element('d')]))).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n<a c="1">\n  <d/>\n</a>\n',
    );
  });

  it('takes no name that could be something else', () => {
    for (const name of ['a b', 'a>', '', '1a', 'a"', 'a:b:c'])
      expect(() => element(name)).toThrow(RangeError);
  });
});
