/**
 * The two addresses that the private view of a status page asks, `POST /i/{code}/view` and `POST /i/{code}/word`.
 *
 * In:     JSON with the token of the private link, and the word: never the secret, and nothing in the address
 * Out:    JSON. A code that nobody has, another token and a request without a private link are one answer.
 * Errors: none leave it; what the databases throw is told to `failed`, without anything of the request
 *
 * There is no cookie that another site could make use of; even so only the site's own pages may ask. Each client may
 * guess seldom, and each code from each client more seldom. What all guess together is limited as well, but only
 * guesses are refused by that: whoever shows the right token opens their view and says their word, however many others
 * are guessing meanwhile, since else a few machines could keep a reporter from disputing. A secret has 128 bits.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { parsePublicCode } from '../../../db/public-code.ts';
import { WORDS, type Word, type WordOutcome } from '../../../db/reporter-word.ts';
import type { ReporterDesk } from '../reporter-desk.ts';
import type { HeaderPolicy } from './headers.ts';
import { ClientLimit, Gate, type Limits, Overloaded } from './limits.ts';
import { readBody, TooLarge } from './read-body.ts';

export interface ReporterRequestsOptions {
  readonly desk: ReporterDesk;
  readonly public_url: string;
  readonly limits: Limits;
  readonly policy: HeaderPolicy;
  readonly failed: (failure: unknown) => void;
}

type Reason =
  | 'mistyped_code'
  | 'not_json'
  | 'malformed'
  | 'too_large'
  | 'other_site'
  | 'wrong_link'
  | 'not_resolved'
  | 'too_many'
  | 'too_often'
  | 'unavailable';

type Answer =
  | { readonly status: 200; readonly body: object }
  | { readonly status: number; readonly reason: Reason; readonly retry_after?: number };

const TITLES: Readonly<Record<Reason, string>> = {
  mistyped_code: 'This is not the code of a report',
  not_json: 'JSON is expected',
  malformed: 'A token of 43 characters is expected and, for a word, "confirmed" or "disputed"',
  too_large: 'What was sent is too large',
  other_site: 'Only pages of this site may ask this',
  wrong_link: 'This private link opens nothing here',
  not_resolved: 'The report does not stand as solved',
  too_many: 'Too many requests in a short time',
  too_often: 'This was changed several times today',
  unavailable: 'The data cannot be reached at the moment',
};

const TOKEN_BYTES = 32;
const token = z
  .string()
  .regex(/^[\w-]{43}$/)
  .transform((text) => Buffer.from(text, 'base64url'))
  .refine((bytes) => bytes.length === TOKEN_BYTES);
const viewBody = z.strictObject({ token });
const wordBody = z.strictObject({ token, word: z.enum(WORDS) });
const A_DAY_SECONDS = 86_400;

export class ReporterRequests {
  readonly #options: ReporterRequestsOptions;
  readonly #origin: string;
  readonly #clients: ClientLimit;
  readonly #codesOfClients: ClientLimit;
  readonly #codes: ClientLimit;
  readonly #gate: Gate;

  constructor(options: ReporterRequestsOptions) {
    const { limits } = options;
    this.#options = options;
    this.#origin = new URL(options.public_url).origin;
    this.#clients = new ClientLimit(limits.reporter_burst, limits.reporter_per_second);
    this.#codesOfClients = new ClientLimit(limits.reporter_code_burst, limits.reporter_code_per_second);
    this.#codes = new ClientLimit(limits.reporter_code_all_burst, limits.reporter_code_all_per_second);
    this.#gate = new Gate(limits.reporter_at_once, limits.reporter_waiting, limits.wait_ms);
  }

  /** `client`: null where no one client can be told; then all such guess as one. Returns the status. */
  async answer(
    request: IncomingMessage,
    response: ServerResponse,
    path: string,
    client: string | null,
  ): Promise<number> {
    const answer = await this.#decide(request, path, client).catch((failure: unknown) =>
      this.#explain(failure),
    );
    const ok = 'body' in answer;
    const body = JSON.stringify(
      ok
        ? answer.body
        : {
            type: 'about:blank',
            title: TITLES[answer.reason],
            status: answer.status,
            reason: answer.reason,
          },
    );
    // What was sent and not read must not be taken for the next request.
    if (!request.complete) response.shouldKeepAlive = false;
    response.writeHead(
      answer.status,
      this.#options.policy.complete('file', {
        'content-type': ok ? 'application/json' : 'application/problem+json',
        'content-length': String(Buffer.byteLength(body)),
        'cache-control': 'no-store',
        ...(!ok && answer.retry_after !== undefined && { 'retry-after': String(answer.retry_after) }),
      }),
    );
    response.end(body);
    return answer.status;
  }

  async #decide(request: IncomingMessage, path: string, client: string | null): Promise<Answer> {
    const [, , typed = '', what] = path.split('/');
    if (!this.#isOwnPage(request)) return { status: 403, reason: 'other_site' };
    if (!/^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? ''))
      return { status: 415, reason: 'not_json' };
    const parsed = parsePublicCode(decodeURIComponent(typed).slice(0, 64));
    // A slip of the finger is seen in the code itself, and says nothing of any report.
    if (!parsed.ok) return { status: 404, reason: 'mistyped_code' };
    const { code } = parsed;
    const own = `${client} ${code}`;
    const wait = client === null ? 0 : this.#clients.take(client) || this.#codesOfClients.take(own);
    if (wait > 0) return tooMany(wait);
    const sent = parseJson(await readBody(request, this.#options.limits.reporter_body_bytes));
    const answer = await (what === 'word'
      ? this.#word(code, wordBody.safeParse(sent))
      : this.#view(code, viewBody.safeParse(sent)));
    if (isGuess(answer)) {
      const late = (client === null && this.#clients.take('unknown')) || this.#codes.take(code);
      return late > 0 ? tooMany(late) : answer;
    }
    if (client !== null && what === 'view' && answer.status === 200) {
      // A town can share one address: those who open their own view take nothing from each other.
      this.#clients.giveBack(client);
      this.#codesOfClients.giveBack(own);
    }
    return answer;
  }

  async #view(code: string, sent: z.ZodSafeParseResult<{ token: Uint8Array }>): Promise<Answer> {
    if (!sent.success) return { status: 400, reason: 'malformed' };
    const { desk } = this.#options;
    const sealed = await this.#gate.run(() => desk.box(code, sent.data.token));
    return sealed === null
      ? { status: 403, reason: 'wrong_link' }
      : { status: 200, body: { sealed, takes_words: desk.takes_words } };
  }

  async #word(code: string, sent: z.ZodSafeParseResult<{ token: Uint8Array; word: Word }>): Promise<Answer> {
    if (!sent.success) return { status: 400, reason: 'malformed' };
    const { desk } = this.#options;
    const outcome = await this.#gate.run(() => desk.word(code, sent.data.token, sent.data.word));
    return OUTCOMES[outcome];
  }

  /** Browsers say where a request comes from; other programs have no visitor whom they could trick. */
  #isOwnPage(request: IncomingMessage): boolean {
    const site = request.headers['sec-fetch-site'];
    if (site !== undefined) return site === 'same-origin';
    const { origin } = request.headers;
    return origin === undefined || origin === this.#origin;
  }

  #explain(failure: unknown): Answer {
    if (failure instanceof TooLarge) return { status: 413, reason: 'too_large' };
    if (!(failure instanceof Overloaded)) this.#options.failed(failure);
    return { status: 503, reason: 'unavailable', retry_after: 30 };
  }
}

const tooMany = (retry_after: number): Answer => ({ status: 429, reason: 'too_many', retry_after });
const isGuess = (answer: Answer): boolean => 'reason' in answer && answer.reason === 'wrong_link';

const OUTCOMES: Readonly<Record<WordOutcome, Answer>> = {
  recorded: { status: 200, body: { outcome: 'recorded' } },
  same: { status: 200, body: { outcome: 'same' } },
  not_resolved: { status: 409, reason: 'not_resolved' },
  too_often: { status: 429, reason: 'too_often', retry_after: A_DAY_SECONDS },
  refused: { status: 403, reason: 'wrong_link' },
};

/** Undefined: no JSON, which no shape accepts. */
function parseJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    return undefined;
  }
}
