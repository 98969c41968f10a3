/**
 * Whatever is asked of a portal over HTTP gets an answer that says what is right: never a failure of the portal,
 * never what was sent, and always with the headers that protect who reads it.
 */
import type { IncomingHttpHeaders } from 'node:http';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadPack } from '../../db/jurisdictions/load-pack.ts';
import { ask } from '../server/front-setup.ts';
import { openTestPortal, type TestPortal, type WebProcess } from '../setup/portal-process.ts';
import { ABSURD, DATA, MARK, ORDINARY, PAGES } from './absurd-requests.ts';
import { addRequests } from './busy-county.ts';
import { writePack } from './pack-folder.ts';
import { workFolder } from './portal-command.ts';

let work: Awaited<ReturnType<typeof workFolder>>;
let portal: TestPortal;
let web: WebProcess;
let port: number;
let code: string;

beforeAll(async () => {
  work = await workFolder();
  portal = await openTestPortal(await loadPack(await writePack(path.join(work.folder, 'pack'))));
  const importer = new pg.Client({ connectionString: portal.databases.urls.importer });
  await importer.connect();
  await addRequests(importer, 0, 300, '2023-01-02T00:00:00Z', 60);
  const { rows } = await importer.query(
    `select service_request_id from triage.request where service_code = 'road' and withheld_reason is null order by id limit 1`,
  );
  code = rows[0].service_request_id;
  await importer.end();
  const now = new Date('2023-03-15T09:00:00Z');
  await portal.publishLive(now);
  await portal.publishReleases(now);
  web = await portal.serve();
  port = Number(new URL(web.url).port);
});
afterAll(async () => {
  await portal.stop();
  await work.remove();
});

interface Asked {
  readonly target: string;
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** All of them, a few at a time. */
async function askAll(targets: readonly string[], method = 'GET'): Promise<Asked[]> {
  const waiting = [...targets];
  const answers: Asked[] = [];
  const one = async () => {
    for (let target = waiting.shift(); target !== undefined; target = waiting.shift())
      answers.push({ target, ...(await ask(port, target, { method })) });
  };
  await Promise.all(Array.from({ length: 6 }, one));
  return answers;
}

const fill = (routes: readonly string[]) =>
  routes.flatMap((route) => Object.values(ABSURD).map((value) => route.replaceAll('{}', value)));
const short = ({ status, target }: Asked) => `${status} ${target.slice(0, 120)}`;
/** What a person reads: the text of the page, without its links and the boxes that can be filled in. */
const visible = (html: string) =>
  html.replace(/<(script|style)\b[\s\S]*?<\/\1>/g, '').replace(/<[^>]*>/g, ' ');
const isPage = ({ headers }: Asked) => headers['content-type'] === 'text/html; charset=utf-8';

function lacksHeaders({ headers }: Asked): boolean {
  const policy = headers['content-security-policy'] ?? '';
  return (
    headers['x-content-type-options'] !== 'nosniff' ||
    headers['referrer-policy'] !== 'no-referrer' ||
    !policy.includes("frame-ancestors 'none'") ||
    policy.includes('unsafe-inline') ||
    headers['set-cookie'] !== undefined
  );
}

describe('a page that is asked for something absurd', () => {
  let answers: Asked[];
  beforeAll(async () => {
    answers = await askAll(fill(PAGES));
  });

  it('answers, and never with a failure', () => {
    expect(answers).toHaveLength(PAGES.length * Object.keys(ABSURD).length);
    expect(answers.filter(({ status }) => status >= 500).map(short)).toEqual([]);
    for (const status of [200, 303, 400, 404])
      expect(answers.some((answer) => answer.status === status)).toBe(true);
  });

  it('says so as a page of its own, with a heading', () => {
    // With a dot or another folder in it, an address below /data is that of a download.
    const refused = answers.filter(
      ({ status, target }) => status >= 400 && !/^\/data\/.*([./]|%2f)/i.test(target),
    );
    expect(refused.filter((answer) => !isPage(answer)).map(short)).toEqual([]);
    expect(refused.filter(({ text }) => !/<h1[ >]/.test(text)).map(short)).toEqual([]);
  });

  it('repeats nothing of it where people read', () => {
    expect(answers.filter(({ text }) => visible(text).includes(MARK)).map(short)).toEqual([]);
    const raw = answers.filter(({ text }) => /<script>alert|" onload=/.test(text));
    expect(raw.map(short)).toEqual([]);
  });

  it('is never led to another site by its links', async () => {
    const elsewhere = [
      '/%5C/other.example',
      '/sw/%5C/other.example',
      '/areas/%2F%2Fother.example',
      '/.//other.example',
    ];
    for (const { target, text } of await askAll(elsewhere))
      for (const [, link = ''] of text.matchAll(/(?:href|action)="([^"]*)"/g))
        expect([target, new URL(link, web.url).hostname]).not.toEqual([target, 'other.example']);
  });

  it('carries the headers of every answer', () => {
    expect(answers.filter(lacksHeaders).map(short)).toEqual([]);
  });

  it('keeps 404 for what is not there and 400 for what is not written correctly', async () => {
    const expected: readonly (readonly [string, number])[] = [
      ['/areas/nowhere', 404],
      ['/services/nothing', 404],
      ['/performance/nobody', 404],
      ['/releases/0', 404],
      ['/releases/999999', 404],
      ['/releases/abc', 404],
      ['/releases/-1', 404],
      ['/releases/1e9', 404],
      ['/data/nothing', 404],
      ['/nothing', 404],
      ['/sw/nothing', 404],
      ['/en/', 404],
      ['/requests?area=nowhere', 400],
      ['/requests?release=999999', 400],
      ['/requests?release=0', 400],
      ['/requests?release=abc', 400],
      ['/requests?cursor=unknown', 400],
      ['/find?code=nothing', 400],
      [`/areas/${'%00'}`, 400],
      [`/areas/${'x'.repeat(5_000)}`, 414],
    ];
    const answers = await askAll(expected.map(([target]) => target));
    expect(Object.fromEntries(answers.map(({ target, status }) => [target, status]))).toEqual(
      Object.fromEntries(expected),
    );
  });
});

describe('a code', () => {
  const wrongCodes = () => {
    const last = code.at(-1) === '0' ? '1' : '0';
    return {
      mistyped: `${code.slice(0, -1)}${last}`,
      unknown: '000-000-0000',
      foreign: 'SR-2026-000123',
      'of a phone': '+254712345678',
      'too short': code.slice(0, 5),
      'too long': `${code}${code}`,
    };
  };

  it('that is right is found however it is typed', async () => {
    const typed = [code.toLowerCase(), code.replaceAll('-', ''), code.replaceAll('-', '%20')];
    for (const { status, headers } of await askAll(typed.map((text) => `/i/${text}`)))
      expect([status, headers.location]).toEqual([301, `/i/${code}`]);
    expect((await ask(port, `/i/${code}`)).status).toBe(200);
    expect((await ask(port, `/find?code=${code}`)).headers.location).toBe(`/i/${code}`);
  });

  it.each(['', '/sw'])('that is wrong gets help, each in its own words: %s/i/…', async (language) => {
    const wrong = wrongCodes();
    const answers = await askAll(
      Object.values(wrong).map((text) => `${language}/i/${encodeURIComponent(text)}`),
    );
    for (const answer of answers) {
      expect(short(answer)).toMatch(/^404 /);
      expect(answer.text).toContain(`action="${language}/find"`);
      for (const text of Object.values(wrong)) expect(visible(answer.text)).not.toContain(text);
    }
    const heading = (text: string) =>
      /<h1[^>]*>([^<]*)/.exec(
        answers.find((answer) => answer.target.endsWith(encodeURIComponent(text)))?.text ?? '',
      )?.[1];
    expect(new Set([heading(wrong.mistyped), heading(wrong.unknown), heading(wrong.foreign)]).size).toBe(3);
  });

  it('that is wrong is told apart by the API, which repeats none', async () => {
    const wrong = wrongCodes();
    const told = async (text: string) => {
      const answer = await ask(port, `/api/v1/requests/${encodeURIComponent(text)}`);
      expect(answer.text).not.toContain(text);
      return [answer.status, JSON.parse(answer.text).reason];
    };
    expect(await told(wrong.mistyped)).toEqual([400, 'mistyped_code']);
    expect(await told(wrong.unknown)).toEqual([404, 'unknown_code']);
    expect(await told(wrong.foreign)).toEqual([400, 'malformed_code']);
  });
});

describe('data that are asked for something absurd', () => {
  let answers: Asked[];
  beforeAll(async () => {
    answers = await askAll(fill(DATA));
  });

  it('answer, and never with a failure', () => {
    expect(answers).toHaveLength(DATA.length * Object.keys(ABSURD).length);
    expect(answers.filter(({ status }) => status >= 500).map(short)).toEqual([]);
    expect(answers.filter(({ status }) => status === 400).length).toBeGreaterThan(300);
  });

  it('say what is wrong in a form that programs read', () => {
    const refused = answers.filter(({ status }) => status >= 400);
    const wrong = refused.filter(({ target, status, headers, text }) => {
      const told = JSON.parse(text);
      return target.startsWith('/api/trpc/') && headers['content-type'] === 'application/json'
        ? told.error === undefined && !Array.isArray(told)
        : !/^application\/problem\+json/.test(headers['content-type'] ?? '') ||
            told.status !== status ||
            typeof told.title !== 'string' ||
            typeof told.detail !== 'string';
    });
    expect(wrong.map(short)).toEqual([]);
  });

  it('repeat nothing of it', () => {
    const echoes = answers.filter(({ text, headers }) => (text + JSON.stringify(headers)).includes(MARK));
    expect(echoes.map(short)).toEqual([]);
  });

  it('carry the headers of every answer, and are open to every site', () => {
    expect(answers.filter(lacksHeaders).map(short)).toEqual([]);
    const closed = answers.filter(({ headers }) => headers['access-control-allow-origin'] !== '*');
    expect(closed.map(short)).toEqual([]);
  });
});

describe('every address', () => {
  const targets = () => [...ORDINARY, `/i/${code}`, `/sw/i/${code}`, `/api/v1/requests/${code}`];

  it('answers, and HEAD with the same headers and no body', async () => {
    for (const target of targets()) {
      const get = await ask(port, target);
      const head = await ask(port, target, { method: 'HEAD' });
      expect([target, get.status, head.status, head.text]).toEqual([target, 200, 200, '']);
      for (const name of ['content-type', 'cache-control', 'etag', 'content-security-policy'])
        expect([target, head.headers[name]]).toEqual([target, get.headers[name]]);
      expect(lacksHeaders({ target, ...get }), target).toBe(false);
    }
  });

  it('refuses methods that write, and names those that it takes', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'TRACE', 'PROPFIND'])
      for (const answer of await askAll(targets(), method)) {
        if (answer.target.startsWith('/api/trpc') && method === 'POST') {
          expect(answer.status).toBeLessThan(500);
          continue;
        }
        expect(`${method} ${short(answer)}`).toBe(`${method} 405 ${answer.target}`);
        expect(answer.headers['allow']).toContain('GET, HEAD');
        expect(lacksHeaders(answer)).toBe(false);
      }
  });
});

it('and nothing of all that stands in what the web process prints', () => {
  expect(web.printed()).not.toContain(MARK);
  expect(web.printed()).not.toMatch(/\n\s+at |failed/);
});
