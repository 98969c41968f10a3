import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatFor } from '../../src/i18n/format.ts';
import { localPath, nameIn, splitPath, texts } from '../../src/i18n/index.ts';

const en = formatFor('en', 'Africa/Nairobi');
const sw = formatFor('sw', 'Africa/Nairobi');
const plain = (text: string): string => text.replaceAll('\u00a0', ' ').replaceAll('\u2009', ' ');

describe('durations as people say them', () => {
  it('are hours up to 48, then days', () => {
    expect([0, 1, 36, 48, 72, 2400].map((hours) => plain(en.duration(hours)))).toEqual([
      '0 hours',
      '1 hour',
      '36 hours',
      '48 hours',
      '3 days',
      '100 days',
    ]);
    expect([1, 48, 72].map((hours) => plain(sw.duration(hours)))).toEqual(['saa 1', 'saa 48', 'siku 3']);
  });

  it('never part from their number at the end of a line', () => {
    fc.assert(
      fc.property(fc.nat(70_000), (hours) => {
        expect(en.duration(hours)).not.toContain(' ');
      }),
    );
  });
});

describe('dates', () => {
  it('say a day, a month or a year, as precisely as they are known', () => {
    expect(['2026-11-22', '2026-11', '2026'].map(en.date)).toEqual([
      '22 November 2026',
      'November 2026',
      '2026',
    ]);
    expect(['2026-11-22', '2026-11'].map(sw.date)).toEqual(['22 Novemba 2026', 'Novemba 2026']);
  });

  it('say an instant as the day it is in the jurisdiction', () => {
    expect(en.date('2026-11-22T22:30:00Z')).toBe('23 November 2026');
    expect(formatFor('en', 'America/New_York').date('2026-11-22T02:30:00Z')).toBe('21 November 2026');
  });

  it('say a quarter as its first and last month', () => {
    expect(plain(en.shortPeriod('2026-01..2026-03'))).toBe('Jan – Mar 2026');
    expect(plain(en.period('2025-12..2026-02'))).toBe('December 2025 – February 2026');
  });

  it('refuse what is no date', () => {
    expect(() => en.date('soon')).toThrow(RangeError);
  });
});

describe('numbers', () => {
  it('have separators, shares are percent', () => {
    expect([en.number(12_034), en.share(0.456), sw.number(12_034), sw.share(0.456)]).toEqual([
      '12,034',
      '46%',
      '12,034',
      '46%',
    ]);
  });

  it('are given to a tenth where they are cited', () => {
    expect(
      [en.exactShare(0.45678), en.exactHours(52.43), en.exactHours(1), sw.exactHours(1234)].map(plain),
    ).toEqual(['45.7%', '52.4 hours', '1 hour', 'saa 1,234']);
  });

  it('of bytes are said in the unit that suits them', () => {
    expect([1, 999, 24_400, 999_400, 221_000_000].map((bytes) => plain(en.bytes(bytes)))).toEqual([
      '1 byte',
      '999 bytes',
      '24 kB',
      '999 kB',
      '221 MB',
    ]);
  });
});

describe('addresses in several languages', () => {
  const languages = ['en', 'sw'];

  it('have no prefix in the first language', () => {
    expect(localPath('en', '/areas?show=open', languages)).toBe('/areas?show=open');
    expect(localPath('sw', '/areas?show=open', languages)).toBe('/sw/areas?show=open');
    expect([localPath('sw', '/', languages), localPath('sw', '/?show=open', languages)]).toEqual([
      '/sw',
      '/sw?show=open',
    ]);
  });

  it('are read back as they were written', () => {
    const segment = fc.stringMatching(/^[a-z0-9-]{1,8}$/).filter((text) => !languages.includes(text));
    fc.assert(
      fc.property(fc.constantFrom(...languages), fc.array(segment), (lang, segments) => {
        const path = `/${segments.join('/')}`;
        expect(splitPath(localPath(lang, path, languages), languages)).toEqual({ lang, path });
      }),
    );
  });

  it('have no second address with the prefix of the first language', () => {
    expect(splitPath('/en/areas', languages).lang).toBeNull();
  });
});

describe('texts', () => {
  it('are English where the site does not speak the language, with the names of the pack', () => {
    const reports = { en: { title: 'Reports' }, sw: { title: 'Ripoti' } };
    expect(texts('fr', reports).title).toBe('Reports');
    expect(texts('sw-KE', reports).title).toBe('Ripoti');
    expect(nameIn({ en: 'Roads', fr: 'Routes' }, 'fr')).toBe('Routes');
    expect(nameIn({ fr: 'Routes' }, 'sw')).toBe('Routes');
  });
});
