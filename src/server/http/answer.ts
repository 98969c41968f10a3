/**
 * A whole answer, kept as the bytes that go out: one body per encoding, each with its own strong ETag and its
 * headers written out once, so that sending it again costs a look-up and a write.
 *
 * In:     status, headers, body
 * Out:    StoredAnswer; `variant` makes the compressed copies, each once
 * Source: RFC 9110 §8.8.3 (ETag), §12.5.3 (Accept-Encoding), §13.1.2 (If-None-Match)
 */
import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { compress, type Encoding, isCompressible } from './encoding.ts';
import { QuickHead, sendQuickly } from './quick-send.ts';

/** Bodies below this many bytes fit one packet whether compressed or not. */
const WORTH_COMPRESSING_BYTES = 860;

export interface Variant {
  readonly body: Buffer;
  readonly etag: string;
  /** name, value, name, value …, as `writeHead` takes them without looking at each */
  readonly headers: string[];
  /** the same for a 304 */
  readonly not_modified: string[];
  /** null: every answer of it is sent the ordinary way */
  readonly quick: QuickHead | null;
}

export class StoredAnswer {
  readonly status: number;
  readonly #headers: Readonly<Record<string, string>>;
  readonly #body: Buffer;
  readonly #hash: string;
  readonly #compressible: boolean;
  readonly #quality: 'moment' | 'lasting';
  readonly #variants = new Map<Encoding, Variant>();
  readonly #making = new Map<Encoding, Promise<Variant>>();

  /** `lasting`: worth the best compression, since it is served for as long as the process runs. */
  constructor(
    status: number,
    headers: Readonly<Record<string, string>>,
    body: Buffer,
    quality: 'moment' | 'lasting' = 'moment',
  ) {
    this.status = status;
    this.#headers = headers;
    this.#body = body;
    this.#quality = quality;
    this.#hash = createHash('sha256').update(body).digest('base64url').slice(0, 22);
    this.#compressible =
      body.length >= WORTH_COMPRESSING_BYTES && isCompressible(headers['content-type'] ?? '');
    this.#variants.set('identity', this.#write('identity', body));
  }

  get text(): string {
    return this.#body.toString('utf8');
  }

  /** Bytes that it holds, all copies together. */
  get bytes(): number {
    let sum = 0;
    for (const { body } of this.#variants.values()) sum += body.length + 3_072;
    return sum;
  }

  /** The copy in an encoding, at once where it is there. */
  variant(wanted: Encoding): Variant | Promise<Variant> {
    const encoding = this.#compressible ? wanted : 'identity';
    return this.#variants.get(encoding) ?? this.#make(encoding);
  }

  #make(encoding: Encoding): Promise<Variant> {
    const running = this.#making.get(encoding);
    if (running) return running;
    const making = compress(this.#body, encoding, this.#quality).then((body) => {
      const variant = this.#write(encoding, body);
      this.#variants.set(encoding, variant);
      this.#making.delete(encoding);
      return variant;
    });
    this.#making.set(encoding, making);
    return making;
  }

  #write(encoding: Encoding, body: Buffer): Variant {
    const etag = `"${this.#hash}${encoding === 'identity' ? '' : `-${encoding}`}"`;
    const { 'content-type': type, vary: own_vary, ...rest } = this.#headers;
    const shared = Object.entries(rest);
    const vary = [this.#compressible ? 'Accept-Encoding' : '', own_vary ?? ''].filter((name) => name !== '');
    if (vary.length > 0) shared.push(['vary', vary.join(', ')]);
    if (this.status === 200) shared.push(['etag', etag]);
    const own: [string, string][] = [['content-length', String(body.length)]];
    if (type) own.push(['content-type', type]);
    if (encoding !== 'identity') own.push(['content-encoding', encoding]);
    const headers = [...own, ...shared].flat();
    const quick = this.status === 200 ? QuickHead.of(headers) : null;
    return { body, etag, headers, not_modified: shared.flat(), quick };
  }
}

/** Sends a copy, or 304 where the client has it already. Returns the status. */
export function sendVariant(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  variant: Variant,
): number {
  const known = request.headers['if-none-match'];
  if (known !== undefined && status === 200 && matches(known, variant.etag)) {
    response.writeHead(304, variant.not_modified);
    response.end();
    return 304;
  }
  if (variant.quick !== null && sendQuickly(request, response, variant.quick, variant.body)) return status;
  response.writeHead(status, variant.headers);
  response.end(request.method === 'HEAD' ? undefined : variant.body);
  return status;
}

/** RFC 9110 §13.1.2: weak comparison, so a `W/` that a proxy put before ours does not matter. */
function matches(ifNoneMatch: string, etag: string): boolean {
  if (ifNoneMatch === etag) return true;
  return ifNoneMatch
    .split(',')
    .map((tag) => tag.trim().replace(/^W\//, ''))
    .some((tag) => tag === etag || tag === '*');
}
