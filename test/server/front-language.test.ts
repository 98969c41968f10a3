/** A page is offered in the language that the browser prefers: in a line of the page, and never by sending on. */
import { connect } from 'node:net';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { routeOf } from '../../src/server/http/routes.ts';
import { offersLanguages, preferredLanguage, Suggestions } from '../../src/server/http/suggestion.ts';
import { PAGE, startFront, type TestFront } from './front-setup.ts';

const LANGUAGES = ['en', 'sw', 'eyo'];
const asks = (language: string) => ({ headers: { 'accept-language': language } });

describe('the language that a browser prefers', () => {
  it.each([
    ['sw', 'sw'],
    ['sw-KE,sw;q=0.9,en;q=0.8', 'sw'],
    ['en-GB,en;q=0.9,sw;q=0.8', 'en'],
    ['fr-FR,fr;q=0.9,sw;q=0.5,en;q=0.3', 'sw'],
    ['en;q=0.3, sw;q=0.7', 'sw'],
    ['EYO, sw', 'eyo'],
    ['sw;q=0, en', 'en'],
    ['sw;q=0', null],
    ['fr, de;q=0.5', null],
    ['*', null],
    ['', null],
    ['swa', null],
    ['sw;q=nonsense, en;q=0.1', 'en'],
  ])('of "%s" is %s', (header, language) => {
    expect(preferredLanguage(header, LANGUAGES)).toBe(language);
  });

  it('is one of the jurisdiction whatever is sent, and a longer tag of it counts', () => {
    expect(preferredLanguage('sw', ['en', 'sw-KE'])).toBe('sw-KE');
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), (header) => {
        const found = preferredLanguage(header, LANGUAGES);
        expect(found === null || LANGUAGES.includes(found)).toBe(true);
      }),
    );
  });
});

describe('a page is offered in another language', () => {
  const suggestions = new Suggestions(LANGUAGES);

  it('only where it is in another than the preferred one', () => {
    expect(suggestions.for('sw', '/areas?show=open')).toBe('sw');
    expect(suggestions.for('sw', '/sw/areas')).toBeNull();
    expect(suggestions.for('en', '/sw/i/K7Q-M2F-9XH4')).toBe('en');
    expect(suggestions.for('en', '/')).toBeNull();
    expect(suggestions.for(undefined, '/areas')).toBeNull();
  });

  it('not where it is a file, a feed, data or a frame in another site', () => {
    const others = [
      '/theme.css',
      '/i/K7Q-M2F-9XH4.png',
      '/i/K7Q-M2F-9XH4.atom',
      '/feeds/requests.atom',
      '/data/requests.csv',
      '/api/v1/requests',
      '/open311/v2/services.xml',
      '/embed/map/7/requests_open',
      '/names.json',
    ];
    for (const target of others) {
      expect(suggestions.for('sw', target), target).toBeNull();
      expect(offersLanguages(routeOf(target, LANGUAGES), LANGUAGES), target).toBe(false);
    }
    expect(new Suggestions(['en']).for('sw', '/areas')).toBeNull();
  });
});

describe('the front', () => {
  let front: TestFront;
  afterEach(() => front.close());
  const offering = () =>
    startFront({
      render: (_target, suggested) => ({ body: Buffer.from(`${PAGE}<p>${suggested ?? ''}</p>`) }),
    });

  it('keeps one page per language that it is offered in, however the header is written', async () => {
    front = await offering();
    for (const header of ['sw', 'sw-KE,sw;q=0.9', 'fr,sw;q=0.1', 'SW'])
      await front.ask('/areas', asks(header));
    for (const header of ['en', 'en-GB,en;q=0.9,sw;q=0.8', 'fr', '*'])
      await front.ask('/areas', asks(header));
    await front.ask('/areas');
    expect(front.rendered).toEqual(['/areas offered in sw', '/areas']);
  });

  it('never sends anyone elsewhere, and tells caches what the answer depends on', async () => {
    front = await offering();
    for (const target of ['/', '/areas', '/i/K7Q-M2F-9XH4', '/sw/areas'])
      for (const header of ['sw', 'en', 'fr']) {
        const reply = await front.ask(target, asks(header));
        expect([reply.status, reply.headers['location'], reply.headers['set-cookie']]).toEqual([
          200,
          undefined,
          undefined,
        ]);
        expect(reply.headers['vary']).toBe('Accept-Encoding, Accept-Language');
      }
    for (const file of ['/theme.css', '/feeds/requests.atom', '/embed/map/7/requests_open'])
      expect((await front.ask(file, asks('sw'))).headers['vary'], file).toBe('Accept-Encoding');
  });

  it('answers 304 only to who has the page with that line, and HEAD as GET', async () => {
    front = await offering();
    const offered = await front.ask('/areas', asks('sw'));
    const plain = await front.ask('/areas', asks('en'));
    expect(offered.headers['etag']).not.toBe(plain.headers['etag']);
    const again = (etag: string | undefined, language: string) =>
      front.ask('/areas', { headers: { 'accept-language': language, 'if-none-match': etag ?? '' } });
    const same = await again(offered.headers['etag'], 'sw');
    expect([same.status, same.headers['vary']]).toEqual([304, 'Accept-Encoding, Accept-Language']);
    expect((await again(plain.headers['etag'], 'sw')).status).toBe(200);
    const head = await front.ask('/areas', { method: 'HEAD', headers: { 'accept-language': 'sw' } });
    expect([head.headers['etag'], head.headers['content-length'], head.text]).toEqual([
      offered.headers['etag'],
      offered.headers['content-length'],
      '',
    ]);
  });

  it('offers on a kept connection too, request by request', async () => {
    front = await offering();
    await front.ask('/areas', asks('sw'));
    await front.ask('/areas', asks('en'));
    const raw = await onOneConnection(front.port, ['sw', 'en', 'sw']);
    expect(raw.match(/<p>(sw)?<\/p>/g)).toEqual(['<p>sw</p>', '<p></p>', '<p>sw</p>']);
    expect(raw.match(/^vary: Accept-Encoding, Accept-Language\r$/gim)).toHaveLength(3);
  });

  it('serves the page as it is when the database is away and only that was made', async () => {
    front = await offering();
    await front.ask('/areas');
    front.source.reason = 'the database does not answer';
    front.source.forRequest = () => Promise.reject(new Error('away'));
    expect((await front.ask('/areas', asks('sw'))).status).toBe(200);
  });
});

/** Asks for `/areas` once per language, one after the other, and returns all that came back. */
function onOneConnection(port: number, languages: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    let text = '';
    let asked = 0;
    const next = () => {
      const language = languages[asked++];
      if (language === undefined) socket.end();
      else
        socket.write(
          `GET /areas HTTP/1.1\r\nHost: x\r\nAccept-Language: ${language}\r\nConnection: ${asked === languages.length ? 'close' : 'keep-alive'}\r\n\r\n`,
        );
    };
    socket.on('data', (chunk: Buffer) => {
      text += chunk.toString('utf8');
      if ((text.match(/<p>(sw)?<\/p>/g) ?? []).length === asked) next();
    });
    socket.once('connect', next);
    socket.once('close', () => resolve(text));
    socket.once('error', reject);
  });
}
