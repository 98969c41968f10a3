/**
 * Names and texts of whoever runs a portal are texts: a pack that somebody else has written, and a summary that slipped
 * past two people, put nothing into a page, a feed or a file that a reader's program would run.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadPack } from '../../db/jurisdictions/load-pack.ts';
import { writePack } from '../resilience/pack-folder.ts';
import { openBrowser, type TestBrowser } from '../setup/browser.ts';
import { openTestPortal, type TestPortal } from '../setup/portal-process.ts';
import { smallPack } from '../setup/small-pack.ts';
import { addEvent, addRequest } from '../setup/triage-fixture.ts';
import { readXml } from '../setup/xml.ts';

const HOSTILE = `"'><img src=x onerror=alert(1)></title></script><script>alert(1)</script>]]>&lt;`;
const cell = `"${HOSTILE.replaceAll('"', '""')}"`;
const inJson = { en: HOSTILE, sw: `${HOSTILE} sw` };
const inCsv = { en: cell, sw: cell };

let folder: string;
let portal: TestPortal;
let url: string;
let code: string;
let opened: TestBrowser;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'majibu-hostile-'));
  const pack = await loadPack(
    await writePack(folder, {
      ...smallPack,
      names: inJson,
      contact: { ...smallPack.contact, name: inJson },
      licence: { ...smallPack.licence, name: HOSTILE },
      area_levels: smallPack.area_levels.map((level) => ({ ...level, names: inJson, plural: inJson })),
      groups: smallPack.groups.map((group) => ({ ...group, names: inJson })),
      areas: smallPack.areas.map((area) => ({ ...area, names: inJson })),
      agencies: smallPack.agencies.map((agency) => ({ ...agency, names: inCsv })),
      services: smallPack.services.map((service) => ({ ...service, names: inCsv })),
    }),
  );
  portal = await openTestPortal(pack);
  const importer = new pg.Client({ connectionString: portal.databases.urls.importer });
  await importer.connect();
  const day = 86_400_000;
  for (let i = 0; i < 30; i++) {
    const made = await addRequest(importer, {
      service: 'road',
      area: i % 2 === 0 ? 'north' : 'south',
      received_at: new Date(Date.now() - (40 - i) * day),
      summary: '<script>alert(1)</script><img src=x onerror=alert(1)>',
      summary_approved: true,
    });
    await addEvent(importer, made.id, {
      kind: i % 3 === 0 ? 'declined' : 'acknowledged',
      at: new Date(Date.now() - (39 - i) * day),
      note: '"><img src=x onerror=alert(1)>',
      approved: true,
    });
    code = made.code;
  }
  await importer.end();
  await portal.publishLive(new Date());
  await portal.publishReleases(new Date());
  url = (await portal.serve()).url;
  opened = await openBrowser();
}, 300_000);
afterAll(async () => {
  await opened?.close();
  await portal?.stop();
  await rm(folder, { recursive: true, force: true });
});

const pages = () => [
  ...['/', '/areas', '/areas/north', '/services', '/services/road', '/requests', '/find', '/about', '/data'],
  ...['/performance', '/performance/roads', '/performance/area/north', '/performance/service/road'],
  ...[
    '/about/method',
    '/about/privacy',
    '/releases',
    '/releases/1',
    '/data/requests',
    '/developers',
    '/figures',
  ],
  ...['/figures/1/requests_received?area=north', '/embed/map/1/requests_received', `/i/${code}`, '/nowhere'],
];
const documents = () => [
  ...[
    '/feeds/requests.atom',
    '/areas/north.atom',
    '/services/road.atom',
    '/releases.atom',
    `/i/${code}.atom`,
  ],
  ...['/open311/v2/discovery.xml', '/open311/v2/services.xml', '/open311/v2/requests.xml?extensions=true'],
  ...['/sitemap.xml', `/i/${code}.qr.svg`, '/favicon.svg'],
  `/oembed?format=xml&url=${encodeURIComponent(`${url}/figures/1/requests_received?area=north`)}`,
];

describe('a text that would be markup', () => {
  it('stays a text in every page, in both languages', async () => {
    const reader = await opened.browser.newPage();
    for (const page of pages().flatMap((one) => [one, one === '/' ? '/sw' : `/sw${one}`])) {
      const answer = await fetch(url + page);
      const html = await answer.text();
      expect([page, answer.status]).toEqual([page, page.endsWith('/nowhere') ? 404 : 200]);
      const read = await reader.evaluate((text) => {
        const { documentElement } = new DOMParser().parseFromString(text, 'text/html');
        const scripts = [...documentElement.querySelectorAll('script:not([type="application/ld+json"])')];
        return {
          shown: documentElement.textContent.includes('<img src=x'),
          made: documentElement.querySelectorAll('img[src="x"], [onerror]').length,
          run: scripts.filter((script) => script.textContent.includes('alert(1)')).length,
        };
      }, html);
      expect([page, read]).toEqual([page, { shown: true, made: 0, run: 0 }]);
    }
  });

  it('stays a text in every feed and document', async () => {
    for (const document of documents()) {
      const answer = await fetch(url + document);
      expect([document, answer.status]).toEqual([document, 200]);
      const names = new Set<string>();
      const walk = ({ name, children }: ReturnType<typeof readXml>) => {
        names.add(name);
        children.forEach(walk);
      };
      walk(readXml(await answer.text()));
      expect([document, names.has('script'), names.has('img')]).toEqual([document, false, false]);
    }
  });

  it('stays a text where a browser builds what it shows: maps, charts, the list of kept reports', async () => {
    const page = await opened.browser.newPage();
    let alerts = 0;
    page.on('dialog', async (dialog) => {
      alerts++;
      await dialog.dismiss();
    });
    for (const address of ['/areas', '/performance', '/services/road', `/i/${code}`, '/find']) {
      await page.goto(url + address);
      for (const button of await page.locator('main button:visible').all())
        await button.click({ timeout: 2_000 }).catch(() => {});
      await page.waitForLoadState('networkidle');
      const made = await page.evaluate(() => document.querySelectorAll('img[src="x"]').length);
      expect([address, made, alerts]).toEqual([address, 0, 0]);
    }
  }, 120_000);
});
