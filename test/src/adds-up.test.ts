import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPortal, type PortalService } from '../../api/create-portal.ts';
import type { PortalRequest } from '../../api/portal.ts';
import { GROUPINGS } from '../../api/schemas/statistics.ts';
import { connectWeb } from '../../db/connect.ts';
import { compareAreas, type TableRow } from '../../src/figures/compare-areas.ts';
import { compareServices } from '../../src/figures/compare-services.ts';
import { loadArea } from '../../src/figures/load-area.ts';
import { figures as figureTexts } from '../../src/i18n/en/figures.ts';
import { formatFor } from '../../src/i18n/format.ts';
import { localPath, nameIn } from '../../src/i18n/index.ts';
import type { PageContext } from '../../src/page-context.ts';
import { publicJurisdiction } from '../../src/server/public-jurisdiction.ts';
import type { TestDatabases } from '../setup/databases.ts';
import { DEMONSTRATION_NOW, publishedDemonstration } from '../setup/demonstration.ts';

let databases: TestDatabases;
let service: PortalService;
let portal: PortalRequest;
let page: PageContext;
let total = 0;

beforeAll(async () => {
  const made = await publishedDemonstration(3_000);
  databases = made.databases;
  service = await createPortal({
    reader: connectWeb(databases.urls.web),
    jurisdiction: publicJurisdiction(made.pack),
    public_url: 'https://majibu.example',
    now: () => DEMONSTRATION_NOW,
  });
  portal = await service.forRequest();
  page = {
    lang: 'en',
    portal,
    format: formatFor('en', made.pack.time_zone),
    path: (path) => localPath('en', path, portal.jurisdiction.languages),
    name: (all) => nameIn(all, 'en'),
    jurisdiction: nameIn(portal.jurisdiction.names, 'en'),
  };
  total = (await portal.api.requests.list({ limit: 1 })).total;
}, 300_000);
afterAll(async () => {
  await service.close();
  await databases.drop();
});

const received = (rows: readonly TableRow[]) =>
  rows.reduce((sum, row) => sum + (row.figures?.received?.value ?? 0), 0);

describe('in the demonstration, whatever is known only more coarsely', () => {
  it('lies on several steps of the ladder, so that the sums below are of something', async () => {
    const release = await portal.api.releases.get({});
    expect(release.requests).toBe(total);
    expect(release.privacy?.steps.filter((step) => step.requests > 0).length).toBeGreaterThanOrEqual(4);
  });

  const pairs = GROUPINGS.flatMap((one, i) => GROUPINGS.slice(i + 1).map((other) => `${one},${other}`));
  const levels = ['county', 'sub_county', 'ward'];
  it.each(
    [...GROUPINGS, ...pairs, 'area,service,period'].flatMap((group_by) =>
      (group_by.startsWith('area') ? levels : ['ward']).map((area_level) => ({ group_by, area_level })),
    ),
  )(
    'is a remainder: by $group_by at the $area_level, the parts make the whole',
    async ({ group_by, area_level }) => {
      const { data } = await portal.api.statistics.get({ id: 'requests_received', group_by, area_level });
      expect(data.reduce((sum, { value }) => sum + (value ?? 0), 0)).toBe(total);
    },
  );

  it('has rows of its own in the tables of places and of kinds, which add up', async () => {
    const areas = await compareAreas(page, ['received', 'open'], 'received');
    expect(areas.rows.some(({ remainder }) => remainder !== undefined)).toBe(true);
    expect(received(areas.rows.filter((row) => row.total !== true))).toBe(total);
    const services = await compareServices(page, ['received'], { grouped: '' });
    const [whole, ...rows] = services.rows;
    expect(whole?.figures?.received?.value).toBe(total);
    expect(received(rows.filter((row) => row.group === true))).toBe(total);
    for (const [group, kinds] of byGroup(rows)) expect(received(kinds)).toBe(received([group]));
  });

  it('is told on the page of every place, and its parts add up', async () => {
    const { data: areas } = await portal.api.areas.list({});
    for (const { area_code, depth } of areas.filter((area) => area.depth > 0)) {
      const found = await loadArea(page, area_code, figureTexts);
      const own = found?.selection.figures.received;
      expect(found?.coarser.reduce((sum, one) => sum + one.received, 0)).toBe(own?.coarser);
      expect(own?.coarser).toBeGreaterThan(0);
      if (depth === 1) expect(received(found?.parts ?? [])).toBe(own?.value);
    }
  });
});

/** Each group's row with the rows below it. */
function byGroup(rows: readonly TableRow[]): [TableRow, TableRow[]][] {
  const groups: [TableRow, TableRow[]][] = [];
  for (const row of rows) {
    if (row.group && row.remainder === undefined) groups.push([row, []]);
    else if (!row.group) groups.at(-1)?.[1].push(row);
  }
  return groups;
}
