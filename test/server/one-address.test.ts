/**
 * The front decides by the address how an answer may be framed, read by other sites and kept; the site decides by it
 * which page it is. Both must read it alike, or a status page comes out as an embed.
 */
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { canonicalTarget, isWellFormed } from '../../src/server/http/cache-key.ts';
import { ask, startFront, type TestFront } from './front-setup.ts';

let front: TestFront;
afterEach(() => front?.close());

const CODE = 'K7Q-M2F-9XH4';

describe('an address that a page could be reached by unseen', () => {
  it.each([
    `/embed/figure/%2e%2e/%2e%2e/%2e%2e/i/${CODE}`,
    `/embed/figure/../../../i/${CODE}`,
    `/open311/.%2E/i/${CODE}`,
    `/i/./${CODE}`,
    `/i/${CODE}/..`,
    `/sw//i/${CODE}`,
    `/%2569/${CODE}`,
    `/%25252e%25252e/${CODE}`,
  ])('is refused: %s', async (target) => {
    front = await startFront();
    const { status } = await ask(front.port, target);
    expect(status).toBe(400);
    expect(front.rendered).toEqual([]);
  });

  it('does not refuse what merely looks like it', () => {
    for (const target of [
      '/find?code=https%3A%2F%2Fportal.example%2Fi%2Fx',
      '/find?code=https://portal.example/i/../x',
      '/i/100%25',
      '/i/..x',
      '/data/requests.csv',
    ])
      expect([target, isWellFormed(target)]).toEqual([target, true]);
  });
});

describe('every way to write an address', () => {
  it.each([
    ['a letter as its byte', `/%69/${CODE}`],
    ['the same in a language', `/sw/%69/${CODE}`],
    ['a slash at the end', `/i/${CODE}/`],
    ['parameters, which a status page has none of', `/i/${CODE}?x=${'1'.repeat(30)}`],
  ])('is the page itself: %s', async (_, target) => {
    front = await startFront();
    const { headers } = await ask(front.port, target);
    expect(headers['cache-control']).toBe('public, max-age=15');
    expect(front.rendered).toEqual([`${target.startsWith('/sw') ? '/sw' : ''}/i/${CODE}`]);
  });

  it('is one place in the memory', async () => {
    front = await startFront();
    for (const target of ['/areas', '/%61reas', '/are%61s/', '/areas?', '/areas?&&'])
      await ask(front.port, target);
    for (const target of ['/requests?area=ab', '/requests?%61rea=%61b', '/requests?are%61=a%62'])
      await ask(front.port, target);
    expect(front.rendered).toEqual(['/areas', '/requests?area=ab']);
  });

  it('keeps what the address means', () => {
    expect(canonicalTarget('/')).toBe('/');
    expect(canonicalTarget('/i/a%2fb')).toBe('/i/a%2Fb');
    expect(canonicalTarget(`/i/${CODE}.atom?lang=sw`)).toBe(`/i/${CODE}.atom?lang=sw`);
    expect(canonicalTarget(`/sw/i/${CODE}.png?v=1a2b`)).toBe(`/sw/i/${CODE}.png`);
    expect(canonicalTarget('/find?code=a%26b%3Dc%2B%2f+d')).toBe('/find?code=a%26b%3Dc%2B%2F+d');
  });

  it('leaves every value as a reader of the address finds it, and is the same when written once more', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (segment, value) => {
        const target = `/x${encodeURIComponent(segment)}y?q=${encodeURIComponent(value)}`;
        const written = canonicalTarget(target);
        const url = new URL(written, 'http://portal.example');
        return (
          canonicalTarget(written) === written &&
          decodeURIComponent(url.pathname) === `/x${segment}y` &&
          (url.searchParams.get('q') ?? '') === value
        );
      }),
    );
  });
});
