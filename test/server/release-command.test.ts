import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { silent } from '../../db/progress.ts';
import { ReleaseGateError } from '../../db/publish/gates.ts';
import { runCommandLine } from '../../src/server/command-line.ts';
import { keepPublishing } from '../../src/server/publishing.ts';
import type { TestDatabases } from '../setup/databases.ts';
import { publishedDemonstration } from '../setup/demonstration.ts';

/** Long enough ago that a weekly release is due. */
const BEFORE = new Date(Date.now() - 15 * 86_400_000);
let folder: string;
let databases: TestDatabases;
let published: pg.Client;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'majibu-release-'));
  ({ databases } = await publishedDemonstration(1_200, BEFORE));
  published = new pg.Client({ connectionString: databases.superuser.published });
  await published.connect();
}, 120_000);
afterAll(async () => {
  await published.end();
  await databases.drop();
  await rm(folder, { recursive: true, force: true });
});

async function portal(args: string) {
  let out = '';
  let error = '';
  const code = await runCommandLine({
    args: args.split(' '),
    env: {
      DATA_DIR: folder,
      DATABASE_URL: databases.urls.web,
      PUBLISHER_DATABASE_URL: databases.urls.publisher,
      TRIAGE_DATABASE_URL: databases.urls.triage_reader,
      IMPORT_DATABASE_URL: databases.urls.importer,
    },
    out: (text) => {
      out += text;
    },
    error: (text) => {
      error += text;
    },
    terminal: { isTTY: false, columns: 80 },
    signal: new AbortController().signal,
  });
  return { code, out, error };
}

const releases = async () => (await published.query('select release from published.release')).rowCount ?? 0;

describe('release --dry-run', () => {
  it('shows rows per step, what is held, withheld and counted, the risk and the gates, and keeps nothing', async () => {
    const before = await releases();
    const { code, out } = await portal('release --dry-run');
    expect(out).toMatch(
      new RegExp(
        `Release ${before + 1} of \\S+ would hold [\\d,]+ rows: [\\d,]+ new, [\\d,]+ changed, [\\d,]+ no longer`,
      ),
    );
    for (const step of ['ward x service', 'ward x group', 'sub_county x group', 'county x any', 'held'])
      expect(out).toMatch(new RegExp(`  ${step} +[\\d,]+ +\\d+ %`));
    expect(out).toMatch(/Smallest cell: ([5-9]|\d\d+) people\. Greatest chance [^:]+: (1?\d|20) %/);
    expect(out).toMatch(/withheld {7}\d+.*\n {2}sensitive {6}.*\n {2}pending {8}\d+, of which/);
    expect(out).toMatch(/blocked texts {2}\d+/);
    expect(out).toMatch(/It passes all \d+ gates:\n {2}ok/);
    expect([code, await releases()]).toEqual([0, before]);
  });

  it('says the same as JSON, and nothing else', async () => {
    const { out } = await portal('release --dry-run --json');
    const [report] = JSON.parse(out);
    expect(report.accounted_for.received).toBeGreaterThan(900);
    expect(report.privacy.steps.length).toBe(7);
    expect(report.gates.every((gate: { failure: string | null }) => gate.failure === null)).toBe(true);
  });

  it('agrees with the release that is then cut; where none is due, it shows one as of now', async () => {
    const [foreseen] = JSON.parse((await portal('release --dry-run --json')).out);
    const [cut] = JSON.parse((await portal('release --json')).out);
    // A rehearsal takes another moment for the time of publishing; what it holds is the same.
    expect({ ...cut, manifest_sha256: '' }).toEqual({ ...foreseen, manifest_sha256: '' });
    expect((await portal('release')).out).toContain('No release is due.');
    const early = await portal('release --dry-run');
    expect(early.out).toContain(`Release ${cut.release + 1} of `);
    expect(early.code).toBe(0);
  });
});

describe('a release that a gate stops', () => {
  it('is not published, says why and ends with 1; its preview shows the gate', async () => {
    const before = await releases();
    // As if a guarded request's row stood under the code of its status page.
    await published.query(
      `update publisher.placement set service_request_id = (select min(service_request_id) from published.request_version
          where disclosure = 'open' and to_release is null)
        where record_id = (select min(record_id) from publisher.placement)`,
    );
    const preview = await portal('release --dry-run');
    expect(preview.out).toContain('It fails 1 of');
    expect(preview.out).toContain('FAIL  1 rows stand under the code of a status page that is not open');
    expect([preview.code, await releases()]).toEqual([1, before]);
    // A week later the next one is due.
    await published.query(
      "update published.release set cut_off = cut_off - interval '7 days', published_at = published_at - interval '7 days' where release = $1",
      [before],
    );
    const real = await portal('release');
    expect(real.error).toContain('was not published, since it would expose people');
    expect(real.error).toContain('1 rows stand under the code of a status page that is not open');
    expect([real.code, await releases()]).toEqual([1, before]);
  });

  it('is told once by a portal that publishes all the time, and the status of requests goes on', async () => {
    const notes: string[] = [];
    const over = new AbortController();
    let live = 0;
    await keepPublishing({
      publishing: {
        hasRelease: async () => true,
        hasNews: async () => true,
        listen: () => ({ close: async () => undefined }),
        live: async () => {
          live += 1;
          if (live === 3) over.abort();
          return { read: 0, changed: 0, seen: '1:1:' };
        },
        releases: async () => {
          throw new ReleaseGateError(7, ['2 rows stand where they should not']);
        },
        withdraw: async () => {
          throw new Error('nothing is withdrawn here');
        },
        close: async () => undefined,
      },
      signal: over.signal,
      progress: { ...silent, note: (text) => notes.push(text) },
      revive: async () => {
        throw new Error('the database is not away');
      },
    });
    expect(live).toBe(3);
    expect(notes).toHaveLength(1);
    expect(notes[0]).toContain('2 rows stand where they should not');
    expect(notes[0]).toContain('The release before it stands');
  });
});
