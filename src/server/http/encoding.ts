/**
 * Content encodings: which one a client takes, and compressing.
 *
 * Source: RFC 9110 §12.5.3
 */
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

export type Encoding = 'br' | 'gzip' | 'identity';

/** Few distinct headers are ever sent, so each is read once; the bound is for those who send others. */
const read = new Map<string, Encoding>();
const REMEMBERED = 500;

/** Brotli where it is taken, else gzip, else none. An encoding with `q=0` is refused. */
export function chooseEncoding(acceptEncoding: string | undefined): Encoding {
  if (acceptEncoding === undefined) return 'identity';
  const known = read.get(acceptEncoding);
  if (known) return known;
  const taken = new Set<string>();
  const refused = new Set<string>();
  for (const part of acceptEncoding.toLowerCase().split(',')) {
    const [name = '', ...parameters] = part.split(';').map((text) => text.trim());
    const zero = parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter));
    (zero ? refused : taken).add(name);
  }
  const takes = (name: string) => taken.has(name) || (taken.has('*') && !refused.has(name));
  const encoding = takes('br') ? 'br' : takes('gzip') ? 'gzip' : 'identity';
  if (read.size < REMEMBERED) read.set(acceptEncoding, encoding);
  return encoding;
}

export function isCompressible(contentType: string): boolean {
  return /^(text\/|application\/(json|geo\+json|ld\+json|problem\+json|xml|atom\+xml|javascript|manifest\+json|x-ndjson|csvm\+json|vnd\.oai)|image\/svg)/.test(
    contentType,
  );
}

const brotli = promisify(brotliCompress);
const gz = promisify(gzip);

/** `moment`: made while someone waits. `lasting`: made once for as long as the process runs. */
export function compress(body: Buffer, encoding: Encoding, quality: 'moment' | 'lasting'): Promise<Buffer> {
  if (encoding === 'identity') return Promise.resolve(body);
  if (encoding === 'gzip') return gz(body, { level: quality === 'lasting' ? 9 : 6 });
  return brotli(body, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: quality === 'lasting' ? 10 : 5,
      [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
    },
  });
}
