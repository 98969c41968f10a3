/** The catalogue as JSON-LD and as Turtle: the same graph, and valid by the shapes of DCAT-AP 3.0.1. */
import jsonld, { type JsonLdDocument } from 'jsonld';
import { Parser, Store, type Term } from 'n3';
import SHACLValidator from 'rdf-validate-shacl';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { datasets } from '../../../api/datasets/registry.ts';
import { resource, text } from '../../../api/descriptions/graph.ts';
import { turtle } from '../../../api/descriptions/turtle.ts';
import { formatsOf } from '../../../api/formats/registry.ts';
import { NASTY_SUMMARIES } from '../../setup/published-fixture.ts';
import { ABSENT, hasStandards, standardText } from '../../setup/standards.ts';
import { type TestPortal, testPortal } from '../portal.ts';

const DCAT = 'http://www.w3.org/ns/dcat#';
const DCT = 'http://purl.org/dc/terms/';
const TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';

let test: TestPortal;
beforeAll(async () => {
  test = await testPortal();
});
afterAll(() => test.close());

async function ask(path: string, init: RequestInit = {}): Promise<Response> {
  const { catalogue } = await test.portal.forRequest();
  return catalogue(new Request(`https://majibu.example${path}`, init));
}
const asTurtle = async (): Promise<Store> =>
  new Store(new Parser({ format: 'text/turtle' }).parse(await (await ask('/catalog.ttl')).text()));

const canonical = (document: JsonLdDocument): Promise<string> =>
  jsonld.canonize(document, { algorithm: 'URDNA2015', format: 'application/n-quads' });

/** Statements as expanded JSON-LD, written here and not by what is tested. */
function expanded(store: Store): JsonLdDocument {
  const id = (term: Term) => (term.termType === 'BlankNode' ? `_:${term.value}` : term.value);
  return store.getQuads(null, null, null, null).map(({ subject, predicate, object }) => ({
    '@id': id(subject),
    [predicate.value]:
      object.termType !== 'Literal'
        ? { '@id': id(object) }
        : object.language
          ? { '@value': object.value, '@language': object.language }
          : { '@value': object.value, '@type': object.datatype.value },
  }));
}

async function complaints(store: Store): Promise<{ severity: string; path: string; message: string }[]> {
  const shapes = new Store(
    new Parser({ format: 'text/turtle' }).parse(standardText('dcat-ap-3.0.1/shapes.ttl')),
  );
  const report = await new SHACLValidator(shapes).validate(store);
  return report.results.map(({ severity, path, message, focusNode }) => ({
    severity: String(severity?.value).replace(/.*#/, ''),
    path: String(path?.value),
    message: `${focusNode?.value}: ${message.map(({ value }) => value).join(', ')}`,
  }));
}

describe('the catalogue', () => {
  it('is the same graph as JSON-LD and as Turtle', async () => {
    const answer = await ask('/catalog.jsonld');
    expect(answer.headers.get('content-type')).toBe('application/ld+json; charset=utf-8');
    const store = await asTurtle();
    expect(store.size).toBeGreaterThan(500);
    expect(await canonical(expanded(store))).toBe(await canonical(await answer.json()));
  });

  it.skipIf(!hasStandards)('has no violation and no warning by the shapes of DCAT-AP 3.0.1', async () => {
    expect(await complaints(await asTurtle())).toEqual([]);
  });
  if (!hasStandards) it.skip(ABSENT, () => undefined);

  it.skipIf(!hasStandards)('would be refused where a dataset has no title', async () => {
    const store = await asTurtle();
    const [title] = store
      .getQuads(null, `${DCT}title`, null, null)
      .filter(({ subject }) => subject.value.includes('/releases/'));
    store.removeQuads(store.getQuads(title?.subject ?? null, `${DCT}title`, null, null));
    expect((await complaints(store)).map(({ path }) => path)).toContain(`${DCT}title`);
  });

  it('has each dataset as a series and at each release, linked both ways', async () => {
    const store = await asTurtle();
    for (const { id } of datasets) {
      const series = `https://majibu.example/data/${id}#series`;
      const members = store.getSubjects(`${DCAT}inSeries`, series, null).map(({ value }) => value);
      expect(members).toEqual([2, 1].map((n) => `https://majibu.example/releases/${n}#${id}`));
      expect(store.getObjects(series, `${DCAT}last`, null).map(({ value }) => value)).toEqual([members[0]]);
      expect(store.getObjects(members[0] ?? '', `${DCAT}prev`, null).map(({ value }) => value)).toEqual([
        members[1],
      ]);
    }
    const listed = store.getObjects('https://majibu.example/data#catalog', `${DCAT}dataset`, null);
    expect(listed).toHaveLength(datasets.length * 3);
    for (const { value } of listed) expect(store.getObjects(value, TYPE, null)).toHaveLength(1);
  });

  it('has every file of the newest release with the bytes and the digest of the manifest', async () => {
    const store = await asTurtle();
    const { api } = await test.portal.forRequest();
    const { files } = await api.releases.get({ release: 2 });
    const one = (subject: string, predicate: string) => {
      const [found, ...more] = store.getObjects(subject, predicate, null);
      expect(more).toEqual([]);
      return found?.value ?? '';
    };
    const described = store
      .getSubjects(TYPE, `${DCAT}Distribution`, null)
      .map(({ value }) => value)
      .filter((address) => address.includes('/data/2/'));
    expect(described.sort()).toEqual(
      datasets
        .flatMap((dataset) =>
          formatsOf(dataset).map(({ id }) => `https://majibu.example/data/2/${dataset.id}.${id}`),
        )
        .sort(),
    );
    for (const { path, bytes, sha256 } of files) {
      const address = `https://majibu.example${path}`;
      const [checksum] = store.getObjects(address, 'http://spdx.org/rdf/terms#checksum', null);
      expect([
        one(address, `${DCAT}byteSize`),
        store.getObjects(checksum ?? '', 'http://spdx.org/rdf/terms#checksumValue', null)[0]?.value,
      ]).toEqual([String(bytes), sha256]);
    }
  });

  it('names the file types of the EU where they exist, and says in words what they are where not', async () => {
    const store = await asTurtle();
    const of = (file: string) =>
      store.getObjects(`https://majibu.example/data/2/${file}`, `${DCT}format`, null)[0];
    expect(of('requests.csv')?.value).toBe('http://publications.europa.eu/resource/authority/file-type/CSV');
    expect(of('requests.ndjson')?.termType).toBe('BlankNode');
  });

  it('is told apart by its tag, and answers HEAD and the wrong question', async () => {
    for (const path of ['/data.json', '/catalog.jsonld', '/catalog.ttl']) {
      const [get, head] = await Promise.all([ask(path), ask(path, { method: 'HEAD' })]);
      expect([...head.headers]).toEqual([...get.headers]);
      expect(await head.text()).toBe('');
      expect(get.headers.get('access-control-allow-origin')).toBe('*');
      expect(get.headers.get('cache-control')).toMatch(/max-age=60/);
      expect(get.headers.get('content-length')).toBe(String((await get.arrayBuffer()).byteLength));
      const known = await ask(path, { headers: { 'if-none-match': get.headers.get('etag') ?? '' } });
      expect([known.status, await known.text()]).toEqual([304, '']);
      expect((await ask(`${path}?release=1`)).status).toBe(400);
      expect((await ask(path, { method: 'POST' })).status).toBe(405);
    }
  });

  it('does not exist before the first release', async () => {
    const empty = await testPortal({ seeded: false });
    const { catalogue } = await empty.portal.forRequest();
    const answer = await catalogue(new Request('https://majibu.example/catalog.ttl'));
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      503,
      'application/problem+json; charset=utf-8',
    ]);
    await empty.close();
  });
});

describe('Turtle', () => {
  it.each([...NASTY_SUMMARIES, 'a "quoted" \\ back\nslash\r\t\b\f', "'''"])(
    'keeps a text as it is: %j',
    (words) => {
      const [quad] = new Parser()
        .parse(
          turtle([resource('dcat:Dataset', 'https://x.example/a b', [['dct:title', text(words, 'sw')]])]),
        )
        .filter(({ predicate }) => predicate.value === `${DCT}title`);
      expect([quad?.subject.value, quad?.object.value]).toEqual(['https://x.example/a%20b', words]);
    },
  );
});
