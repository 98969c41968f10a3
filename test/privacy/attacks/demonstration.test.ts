/**
 * The demonstration county, published by the month and then week by week, resists every attack; published without
 * the ladder it does not. Both are the same rows: a suite that cannot fail proves nothing.
 */
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../../db/config.ts';
import type { Connection } from '../../../db/connect.ts';
import { loadDemonstration } from '../../../db/demo/load.ts';
import { loadPack } from '../../../db/jurisdictions/load-pack.ts';
import type { Pack } from '../../../db/jurisdictions/types.ts';
import { silent } from '../../../db/progress.ts';
import type { TriageDatabase } from '../../../db/schema/triage.ts';
import { type Attacked, publishAndAttack } from './attacked.ts';

const NOW = new Date('2026-11-23T09:00:00+03:00');
const WEEKS = 5;
/** The first is given a past of two months; every Monday after it has a release of its own. */
const MONDAYS = Array.from(
  { length: WEEKS },
  (_, i) => new Date(NOW.getTime() - (WEEKS - 1 - i) * 7 * 86_400_000),
);

const lastMonths = async (importer: Connection<TriageDatabase>, pack: Pack) => {
  await loadDemonstration({ importer, pack, now: NOW, progress: silent, requests: 6_000 });
  await importer.pool.query(
    `update triage.request set duplicate_of = null
      where duplicate_of in (select id from triage.request where received_at < '2026-08-01')`,
  );
  await importer.pool.query(`delete from triage.request where received_at < '2026-08-01'`);
};

let pack: Pack;
beforeAll(async () => {
  pack = await loadPack(path.join(projectRoot, 'db/jurisdictions/elgeyo-marakwet'));
});
const publication = (ladder: boolean) =>
  publishAndAttack({ pack, at: MONDAYS, ladder, load: (importer) => lastMonths(importer, pack) });

describe('the demonstration county with the ladder', () => {
  let attacked: Attacked;
  beforeAll(async () => {
    attacked = await publication(true);
  }, 120_000);

  it('is attacked in earnest: every attack has something to try', () => {
    expect(attacked.report).toMatchObject({ releases: WEEKS + 2, k: 5, scored: true });
    expect(attacked.report.attacks.length).toBeGreaterThan(10);
    for (const line of attacked.report.attacks)
      expect([line.attack, line.tried]).not.toEqual([line.attack, expect.stringMatching(/^0 /)]);
    expect(attacked.report.utility.rows).toBeGreaterThan(200);
  });

  it('resists every attack', () => {
    expect(
      attacked.report.attacks.flatMap((line) => line.findings.map((one) => `${line.attack}: ${one.what}`)),
    ).toEqual([]);
  });

  it('keeps some use: rows at wards and at sub-counties, few held', () => {
    const { utility } = attacked.report;
    expect(utility.steps.length).toBeGreaterThan(4);
    expect(utility.held).toBeLessThan(utility.rows / 10);
    expect(utility.smallest_cell).toBeGreaterThanOrEqual(5);
  });
});

describe('the demonstration county without the ladder', () => {
  it('falls to the same suite', async () => {
    const attacked = await publication(false);
    expect(attacked.succeeded).toEqual(
      expect.arrayContaining(['differencing', 'linkage', 'heavy-reporter', 'homogeneity']),
    );
    expect(attacked.line('differencing')?.findings[0]).toMatchObject({ isolates: 1 });
    expect(attacked.line('linkage')?.worst).toContain('month 1 in 1');
  }, 120_000);
});
