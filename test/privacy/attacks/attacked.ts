/**
 * Publishes what a test loads and attacks it, with the web role as the public and the triage database as the truth.
 *
 * In:     the pack, what fills the triage database, the moments at which the publisher works; `ladder: false` places
 *         every guarded row at its ward and service and publishes whatever comes of it
 * Out:    the report, and each attack's line by its id
 */
import type { PlaceRows } from '../../../db/anonymise/ladder.ts';
import { type AttackLine, type AttackReport, runAttacks } from '../../../db/attacks/run.ts';
import {
  type Connection,
  connectImporter,
  connectPublisher,
  connectTriageReader,
  connectWeb,
} from '../../../db/connect.ts';
import { importPack } from '../../../db/import/pack.ts';
import type { Pack } from '../../../db/jurisdictions/types.ts';
import { silent } from '../../../db/progress.ts';
import { publishLive } from '../../../db/publish/live.ts';
import { publishReleases } from '../../../db/publish/release.ts';
import type { TriageDatabase } from '../../../db/schema/triage.ts';
import { createTestDatabases } from '../../setup/databases.ts';

export interface Attacked {
  readonly report: AttackReport;
  line(attack: string): AttackLine | undefined;
  /** ids of the attacks that succeeded */
  readonly succeeded: readonly string[];
}

export interface Publication {
  readonly pack: Pack;
  readonly load: (importer: Connection<TriageDatabase>) => Promise<unknown>;
  readonly at: readonly Date[];
  readonly ladder: boolean;
}

/** What a publisher without a ladder would do. */
const asTheyAre: PlaceRows = (rows) => ({
  placed: rows.map(({ service_request_id, areas, service_code, service_group, received_period }) => {
    const [finest] = Object.entries(areas);
    return {
      service_request_id,
      area_level: finest?.[0] ?? '',
      area_code: finest?.[1] ?? '',
      service_code,
      service_group,
      received_period,
      cell_rows: 1,
      cell_reporters: 1,
    };
  }),
  held: [],
});

export async function publishAndAttack({ pack, load, at, ladder }: Publication): Promise<Attacked> {
  const databases = await createTestDatabases();
  const importer = connectImporter(databases.urls.importer);
  const triage = connectTriageReader(databases.urls.triage_reader);
  const publisher = connectPublisher(databases.urls.publisher);
  const web = connectWeb(databases.urls.web);
  try {
    await importPack(importer, pack);
    await load(importer);
    for (const now of at) {
      const job = { triage, publisher, pack, now, progress: silent, manifestFiles: async () => [] };
      await publishLive(job);
      await publishReleases({ ...job, ...(ladder ? {} : { place: asTheyAre, gates: async () => [] }) });
    }
    const report = await runAttacks({
      web: web.pool,
      triage: triage.pool,
      publisher: publisher.pool,
      time_zone: pack.time_zone,
      progress: silent,
    });
    return {
      report,
      line: (attack) => report.attacks.find((line) => line.attack === attack),
      succeeded: report.attacks.filter((line) => line.verdict === 'succeeded').map((line) => line.attack),
    };
  } finally {
    await Promise.all([importer.close(), triage.close(), publisher.close(), web.close()]);
    await databases.drop();
  }
}
