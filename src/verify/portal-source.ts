/**
 * A portal over HTTP, seen as anyone sees it.
 *
 * In:     its public address, a signal
 * Out:    Source. An answer that is not 200 becomes words; "wait" (429, 503 with Retry-After) is obeyed
 * Errors: CannotCheck: no such server, no portal there, no release yet, an answer that breaks off
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { CannotCheck } from './cannot-check.ts';
import { type Description, type ManifestEntry, readReleaseList } from './description.ts';
import type { Source } from './source.ts';

const ATTEMPTS = 8;
const LONGEST_WAIT_S = 30;
/** Silence for this long is taken for an end. */
const SILENCE_MS = 60_000;

export function portalSource(address: string, signal: AbortSignal): Source {
  const base = baseOf(address);
  const get = (path: string) => ask(`${base}${path}`, signal);
  const text = async (path: string) => {
    const answer = await get(path);
    return whole(answer, `${base}${path}`);
  };
  return {
    name: base,
    async releases() {
      const found: number[] = [];
      let cursor: string | null = null;
      do {
        const path: string = `/api/v1/releases?limit=1000${cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`}`;
        const page = readReleaseList(await text(path), `${base}${path}`);
        found.push(...page.data.map(({ release }) => release));
        cursor = page.next;
      } while (cursor !== null);
      return found.sort((a, b) => a - b);
    },
    description: (release) => text(`/api/v1/releases/${release ?? 'latest'}`),
    manifest: (release) => text(`/data/${release}/manifest.json`),
    async open(_of: Description, { path }: ManifestEntry) {
      const { body } = await get(path);
      if (body === null) throw new CannotCheck(`${base}${path} answers without a body.`);
      return watched(body, `${base}${path}`);
    },
  };
}

function baseOf(address: string): string {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    throw new CannotCheck(
      `"${address.slice(0, 200)}" is not an address. One begins with https:// or http://.`,
    );
  }
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
}

async function ask(address: string, signal: AbortSignal): Promise<Response> {
  for (let attempt = 1; ; attempt++) {
    let answer: Response;
    try {
      answer = await fetch(address, { signal: AbortSignal.any([signal, AbortSignal.timeout(SILENCE_MS)]) });
    } catch (failure) {
      if (signal.aborted) throw failure;
      throw new CannotCheck(`${address} cannot be reached: ${reason(failure)}.`);
    }
    if (answer.status === 200) return answer;
    const wait = Number(answer.headers.get('retry-after') ?? Number.NaN);
    if ((answer.status === 429 || answer.status === 503) && attempt < ATTEMPTS && wait <= LONGEST_WAIT_S) {
      await answer.body?.cancel();
      await sleep(Math.max(0.1, wait) * 1000, undefined, { signal });
      continue;
    }
    throw new CannotCheck(`${address} answers ${answer.status}${await said(answer)}.`);
  }
}

/** The portal's own words about why, where it gives any (RFC 9457). */
async function said(answer: Response): Promise<string> {
  const text = await answer.text().catch(() => '');
  try {
    const problem: unknown = JSON.parse(text);
    if (typeof problem === 'object' && problem !== null && 'detail' in problem)
      return `: ${String(problem.detail).replace(/\p{C}/gu, ' ').replace(/\.$/, '').slice(0, 300)}`;
  } catch {
    // No problem document: another kind of server, perhaps.
  }
  return answer.status === 404 ? '. Is this the address of a portal?' : '';
}

async function whole(answer: Response, address: string): Promise<string> {
  try {
    return await answer.text();
  } catch (failure) {
    throw new CannotCheck(`The answer of ${address} broke off: ${reason(failure)}.`);
  }
}

async function* watched(body: ReadableStream<Uint8Array>, address: string): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } catch (failure) {
    throw new CannotCheck(`The download of ${address} broke off: ${reason(failure)}. Try again.`);
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'no server listens there',
  ENOTFOUND: 'there is no server of that name',
  EAI_AGAIN: 'its name could not be looked up',
  ECONNRESET: 'the connection was cut',
  UND_ERR_SOCKET: 'the connection was cut',
  ETIMEDOUT: 'it does not answer in time',
};

function reason(failure: unknown): string {
  if (!(failure instanceof Error)) return 'unknown error';
  const { cause } = failure;
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : '';
  if (failure.name === 'TimeoutError') return 'it does not answer in time';
  return REASONS[code] ?? (code || (cause instanceof Error ? cause.message : failure.message));
}
