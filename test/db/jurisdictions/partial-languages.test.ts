/** A language whose names are not all there: listed as such by the pack, and never a fault. */
import { describe, expect, it } from 'vitest';
import { loadPack } from '../../../db/jurisdictions/load-pack.ts';
import { missingNames } from '../../../db/jurisdictions/missing-names.ts';
import { FILES, withPack } from './small-pack-files.ts';

const said = (text: string, from: string, to: string): string => {
  expect(text).toContain(from);
  return text.replace(from, to);
};
const partial = said(
  FILES['jurisdiction.json'],
  '"languages": ["en", "sw"],',
  '"languages": ["en", "sw"],\n  "partial_languages": ["eyo"],',
);

describe('a pack with a language that is not complete', () => {
  it('needs no name in it', async () => {
    await withPack({ 'jurisdiction.json': partial }, async (folder) => {
      const pack = await loadPack(folder);
      expect(pack.languages).toEqual(['en', 'sw', 'eyo']);
      expect(pack.agencies[0]?.names).toEqual({ en: 'Works', sw: 'Ujenzi' });
      const { names, missing } = missingNames(pack, 'eyo');
      expect([names, missing.length]).toEqual([16, 16]);
      expect(missing).toContain('area h1');
      expect(missingNames(pack, 'sw').missing).toEqual([]);
    });
  });

  it('takes the names that are there, in every file', async () => {
    const files = {
      'jurisdiction.json': said(partial, '"sw": "Dawati" }', '"sw": "Dawati", "eyo": "Xux" }'),
      'agencies.csv': 'agency_code,name_en,name_sw,name_eyo\nworks,Works,Ujenzi,Vuvi\nwater,Water,Maji,\n',
      'areas.geojson': said(
        FILES['areas.geojson'],
        '"name_sw": "Mashariki",',
        '"name_sw": "Mashariki", "name_eyo": "Quq",',
      ),
    };
    await withPack(files, async (folder) => {
      const pack = await loadPack(folder);
      expect(pack.contact.name['eyo']).toBe('Xux');
      expect(pack.agencies.map(({ names }) => names['eyo'])).toEqual(['Vuvi', undefined]);
      expect(pack.areas.map(({ names }) => names['eyo'])).toEqual([undefined, 'Quq', undefined]);
      expect(missingNames(pack, 'eyo').missing).toHaveLength(13);
    });
  });

  it('still needs every name in the others, and lists no language twice', async () => {
    const twice = said(partial, '"partial_languages": ["eyo"]', '"partial_languages": ["sw"]');
    await withPack({ 'jurisdiction.json': twice }, async (folder) => {
      await expect(loadPack(folder)).rejects.toThrow(/partial_languages names a language twice/);
    });
    const files = {
      'jurisdiction.json': partial,
      'agencies.csv': 'agency_code,name_en,name_sw\nworks,Works,\nwater,Water,Maji\n',
    };
    await withPack(files, async (folder) => {
      await expect(loadPack(folder)).rejects.toThrow(/agencies\.csv:2: name_sw is empty/);
    });
    await withPack(
      {
        'agencies.csv': 'agency_code,name_en,name_sw,name_eyo\nworks,Works,Ujenzi,Vuvi\nwater,Water,Maji,\n',
      },
      async (folder) => {
        await expect(loadPack(folder)).rejects.toThrow(/unknown column "name_eyo"/);
      },
    );
  });
});
