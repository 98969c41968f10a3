import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { targetWithoutKey } from '../../../src/server/http/private-links.ts';
import { KEY_MARK, keyIn, withoutKey } from '../../../src/status/private-key.ts';

const KEY = 'q3Jt0vXy-aB_cDeFgHiJkL';
const LINK = `https://majibu-elgeyo-marakwet.example/sw/i/K7Q-M2F-9XH4#k=${KEY}`;

describe('a private link that was pasted', () => {
  it.each([
    ['alone', LINK],
    ['in a message', `Ripoti yako: ${LINK} Usimwonyeshe mtu.`],
    ['escaped', LINK.replace('#', '%23')],
    ['escaped twice', LINK.replace('#', '%2523').replace('=', '%253D')],
    ['as its end alone', `#k=${KEY}`],
    ['as its secret alone', `k7q-m2f-9xh4 ${KEY}`],
  ])('%s loses its secret, and keeps the rest', (_, text) => {
    expect(withoutKey(text)).not.toContain(KEY);
    expect(withoutKey(text)).toContain(KEY_MARK);
    if (text.includes('majibu'))
      expect(withoutKey(text)).toContain('elgeyo-marakwet.example/sw/i/K7Q-M2F-9XH4');
  });

  it('is found for the reporter’s own browser', () => {
    expect(keyIn(`See ${LINK} soon`)).toBe(KEY);
    expect(keyIn('https://majibu.example/i/K7Q-M2F-9XH4')).toBeNull();
    expect(keyIn(withoutKey(LINK))).toBeNull();
  });

  it('is cut in one go, however it is written', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        const cut = withoutKey(`${before}#k=${KEY} ${after}`);
        expect(cut).not.toContain(KEY);
        expect(withoutKey(cut)).toBe(cut);
      }),
    );
  });
});

describe('an address with a secret in it', () => {
  const find = (typed: string) => `/sw/find?code=${encodeURIComponent(typed)}`;
  it.each([
    [find(LINK), find(LINK.replace(KEY, ''))],
    [`/find?utm_source=x&code=${encodeURIComponent(KEY)}`, '/find?code=%23k%3D'],
    [`/sw/i/K7Q-M2F-9XH4%23k=${KEY}`, '/sw/find?code=K7Q-M2F-9XH4%23k%3D'],
    [`/i/K7Q-M2F-9XH4%23k%3D${KEY}?v=1`, '/find?code=K7Q-M2F-9XH4%23k%3D'],
    [`/requests?area=%23k%3D${KEY}`, '/requests'],
  ])('%s is sent on without it', (target, clean) => {
    expect(targetWithoutKey(target)).toBe(clean);
    expect(targetWithoutKey(clean)).toBeNull();
  });

  it.each([
    '/',
    '/find',
    '/find?code=K7Q-M2F-9XH4',
    '/sw/i/K7Q-M2F-9XH4',
    '/requests?area=emsoo&week=1',
    find('hello'),
  ])('%s has none', (target) => {
    expect(targetWithoutKey(target)).toBeNull();
  });
});
