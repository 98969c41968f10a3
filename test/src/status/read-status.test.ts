import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PortalService } from '../../../api/create-portal.ts';
import { formatFor } from '../../../src/i18n/format.ts';
import { localPath, nameIn } from '../../../src/i18n/index.ts';
import type { PageContext } from '../../../src/page-context.ts';
import { lookUpStatus } from '../../../src/status/look-up-status.ts';
import type { StatusView } from '../../../src/status/read-status.ts';
import { type TestPortal, testPortal } from '../../api/portal.ts';
import { CODES } from '../../setup/published-fixture.ts';

let seeded: TestPortal;
let empty: TestPortal;
beforeAll(async () => {
  [seeded, empty] = await Promise.all([testPortal(), testPortal({ seeded: false })]);
});
afterAll(async () => {
  await Promise.all([seeded.close(), empty.close()]);
});

async function context(service: PortalService, lang = 'en'): Promise<PageContext> {
  const portal = await service.forRequest();
  const { languages, names } = portal.jurisdiction;
  return {
    lang,
    portal,
    format: formatFor(lang, portal.jurisdiction.time_zone),
    path: (path) => localPath(lang, path, languages),
    name: (all) => nameIn(all, lang),
    jurisdiction: nameIn(names, lang),
  };
}

async function view(code: string, lang = 'en'): Promise<StatusView> {
  const found = await lookUpStatus(code, await context(seeded.portal, lang));
  if (!('view' in found)) throw new Error('no status page');
  return found.view;
}

describe('a status page over a published database', () => {
  test('says what a report is about, where, and who is responsible', async () => {
    const status = await view(CODES.waiting);
    expect([status.kind, status.area?.area_code, status.office?.code]).toEqual([
      'Damaged road',
      'chepkorio',
      'roads',
    ]);
    expect(status.facts).toMatchObject({ stage: 'received', waited: { in: 'days', count: 25 } });
    expect(status.sentences.late?.replaceAll('\u00a0', ' ')).toBe('This is 22 days late.');
  });
  test('takes a code as people type it, and tells the canonical one', async () => {
    const typed = CODES.waiting.toLowerCase().replaceAll('-', ' ');
    expect((await view(typed)).answer.service_request_id).toBe(CODES.waiting);
  });
  test('names the report that another was joined to', async () => {
    expect((await view(CODES.merged)).facts.merged_into).toBe(CODES.waiting);
  });
  test('says of a sensitive or withheld report its status and nothing else', async () => {
    for (const code of [CODES.sensitive, CODES.withheld]) {
      const { kind, area, office, sentences } = await view(code);
      expect({ kind, area, office, usual: sentences.usual }).toEqual({
        kind: null,
        area: null,
        office: null,
        usual: null,
      });
    }
  });
  test('tells a guarded report that is not released by weeks', async () => {
    const { facts, kind, area, office, sentences } = await view(CODES.pending);
    expect(facts).toMatchObject({ waited: { in: 'weeks' }, unreleased: true });
    expect([kind, area?.area_code, office, sentences.usual]).toEqual([null, 'elgeyo-marakwet', null, null]);
    expect(sentences.description).toContain('What it is about and where is not shown yet');
  });
  test('tells a guarded report that is released at the precision of its row, and never the row', async () => {
    const status = await view(CODES.guarded);
    expect(status.facts).toMatchObject({ waited: { in: 'month', month: '2026-10' }, unreleased: false });
    expect([status.kind, status.area?.area_code]).toEqual(['Health', 'elgeyo-marakwet']);
    expect(JSON.stringify(status)).not.toContain(CODES.record);
  });
  test('shows the id of a guarded row as a record with its release, and nothing of a status page', async () => {
    const found = await lookUpStatus(CODES.record, await context(seeded.portal));
    if (!('record' in found)) throw new Error('no record');
    expect(found.record).toMatchObject({
      kind: 'Health',
      release: { release: 2 },
      words: { text: 'Waiting' },
    });
    expect(JSON.stringify(found)).not.toContain(CODES.guarded);
  });
  test('speaks the language of the page', async () => {
    expect((await view(CODES.waiting, 'sw')).kind).toBe('Barabara iliyoharibika');
  });
});

describe('a code that leads nowhere', () => {
  const missing = async (code: string, service = seeded.portal) => {
    const found = await lookUpStatus(code, await context(service));
    return 'missing' in found ? found.missing : null;
  };
  test('is told apart: cut off, mistyped, unknown', async () => {
    const last = CODES.waiting.at(-1) === '0' ? '1' : '0';
    expect(await missing('K7Q-M2')).toBe('malformed');
    expect(await missing('')).toBe('malformed');
    expect(await missing('x'.repeat(500))).toBe('malformed');
    expect(await missing(CODES.waiting.slice(0, -1) + last)).toBe('mistyped');
  });
  test('is unknown while nothing is published', async () => {
    expect(await missing(CODES.waiting, empty.portal)).toBe('unknown');
  });
});
