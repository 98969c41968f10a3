/**
 * One digit changed anywhere in what a release publishes is found: by recomputation even where every checksum was
 * made to agree, if a figure depends on it; by the checksum in any case.
 */
import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  findingsOf,
  forge,
  type PublishedDemonstration,
  publishedDemonstration,
  verifyFolder,
} from './published-demonstration.ts';

const RUNS = 36;
const FILES = [
  'requests.csv',
  'requests.csv',
  'statistics.csv',
  'statistics.csv',
  'response_times.csv',
  'areas.csv',
  'services.csv',
  'sensitive_counts.csv',
] as const;

/** Columns in which a changed digit changes a figure, a cell, a sum or a row against itself. */
const DECISIVE: Readonly<Record<string, readonly string[] | 'all'>> = {
  'requests.csv': [
    'area_code',
    'service_code',
    'service_group',
    'agency_responsible',
    'received_period',
    'first_response_hours',
    'resolution_hours',
    'closed_hours',
    'first_resolution_hours',
    'first_response_due',
    'resolution_due',
  ],
  'statistics.csv': 'all',
  'response_times.csv': 'all',
  'areas.csv': ['area_code', 'parent_code'],
  'services.csv': [],
  'sensitive_counts.csv': ['requests'],
};

let demonstration: PublishedDemonstration;
let release: string;
beforeAll(async () => {
  demonstration = await publishedDemonstration();
  release = path.join(demonstration.folder, String(demonstration.newest));
}, 300_000);
afterAll(() => demonstration.stop());

describe('one digit changed', () => {
  it('anywhere in any table is found', async () => {
    const found = { by_recomputation: 0, by_checksum: 0 };
    const digit = fc.record({
      file: fc.constantFrom(...FILES),
      at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      by: fc.integer({ min: 1, max: 9 }),
    });
    await fc.assert(
      fc.asyncProperty(digit, async ({ file, at, by }) => {
        const folder = await copyOf(release);
        const bytes = await readFile(path.join(folder, file));
        // A small county has too few sensitive requests to count any.
        fc.pre(bytes.includes('\n', bytes.indexOf('\n') + 1));
        const change = changeDigit(bytes, at, by);
        // Only the CSV, so that no other format gives it away.
        for (const format of ['ndjson', 'json']) await rm(path.join(folder, file.replace('csv', format)));
        if (isDecisive(file, change)) {
          await forge(folder, file, change.bytes);
          const verdicts = await verifyFolder(folder, await demonstration.scratch());
          expect(findingsOf(verdicts).filter(({ kind }) => kind === 'file')).toEqual([]);
          expect(findingsOf(verdicts), `${file}: ${change.before} is now ${change.after}`).not.toEqual([]);
          found.by_recomputation += 1;
        } else {
          await writeFile(path.join(folder, file), change.bytes);
          const verdicts = await verifyFolder(folder, await demonstration.scratch());
          expect(findingsOf(verdicts)).toContainEqual(
            expect.objectContaining({ kind: 'file', what: file, where: 'SHA-256' }),
          );
          found.by_checksum += 1;
        }
        await rm(folder, { recursive: true });
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
    expect(found.by_recomputation).toBeGreaterThan(RUNS / 3);
    expect(found.by_checksum).toBeGreaterThan(0);
  }, 600_000);

  it.each(['requests', 'statistics', 'areas'])(
    'in one format of %s is found beside the others',
    async (dataset) => {
      for (const format of ['ndjson', 'json']) {
        const folder = await copyOf(release);
        const file = `${dataset}.${format}`;
        const { bytes } = changeDigit(await readFile(path.join(folder, file)), 0.4, 3);
        await forge(folder, file, bytes);
        const findings = findingsOf(await verifyFolder(folder, await demonstration.scratch()));
        expect(findings.length).toBeGreaterThan(0);
        for (const { kind, what } of findings) expect([kind, what.split('.')[0]]).toEqual(['file', dataset]);
      }
    },
  );

  it('in the account of a release is found', async () => {
    const folder = await copyOf(release);
    const at = path.join(folder, 'release.json');
    const said = JSON.parse(await readFile(at, 'utf8'));
    said.accounted_for.pending += 1;
    await writeFile(at, JSON.stringify(said));
    const kinds = findingsOf(await verifyFolder(folder, await demonstration.scratch())).map(
      ({ kind, what }) => [kind, what],
    );
    expect(kinds).toContainEqual(['account', 'accounted_for.received']);
    expect(kinds).toContainEqual(['figure', 'accounted_for']);
  });
});

describe('a row or a figure', () => {
  it('that is left out is found, and so is one too many', async () => {
    for (const file of ['requests.csv', 'statistics.csv', 'response_times.csv'])
      for (const twice of [false, true]) {
        const folder = await copyOf(release);
        const lines = (await readFile(path.join(folder, file), 'utf8')).split('\n');
        const changed = lines.toSpliced(40, 1, ...(twice ? [lines[40] ?? '', lines[40] ?? ''] : []));
        await forge(folder, file, Buffer.from(changed.join('\n')));
        const kinds = findingsOf(await verifyFolder(folder, await demonstration.scratch())).map(
          ({ kind }) => kind,
        );
        expect([file, twice, kinds.some((kind) => kind !== 'file')]).toEqual([file, twice, true]);
      }
  }, 120_000);

  it('of guarded precision that a later release refines is found', async () => {
    const folder = await copyOf(demonstration.folder);
    const file = path.join(folder, String(demonstration.newest), 'requests.csv');
    const text = await readFile(file, 'utf8');
    const forged = text.replace(/^(\S+?,guarded,.*),1,\n/m, '$1,5-9,\n');
    expect(forged).not.toBe(text);
    await forge(path.dirname(file), 'requests.csv', Buffer.from(forged));
    const findings = findingsOf(await verifyFolder(folder, await demonstration.scratch(), 'all'));
    expect(findings).toContainEqual(
      expect.objectContaining({
        kind: 'precision',
        release: demonstration.newest,
        published: 'reporters 5-9',
      }),
    );
  }, 120_000);
});

async function copyOf(folder: string): Promise<string> {
  const copy = path.join(await demonstration.scratch(), 'copy');
  await cp(folder, copy, { recursive: true });
  return copy;
}

interface Change {
  readonly bytes: Buffer;
  readonly column: string;
  readonly before: string;
  readonly after: string;
}

/** The digit at this share of all digits of the data, moved on by so many. */
function changeDigit(bytes: Buffer, at: number, by: number): Change {
  const text = bytes.toString('latin1');
  const data = text.indexOf('\n') + 1;
  const digits = [...text.slice(data).matchAll(/\d/g)].map(({ index }) => data + index);
  const place = digits[Math.floor(at * digits.length)] ?? data;
  const changed = text.slice(0, place) + ((Number(text[place]) + by) % 10) + text.slice(place + 1);
  const start = text.lastIndexOf('\n', place) + 1;
  const end = text.indexOf('\n', place);
  const [cell, position] = cellAt(text.slice(start, end), place - start);
  return {
    bytes: Buffer.from(changed, 'latin1'),
    column: text.slice(0, data - 1).split(',')[position] ?? '',
    before: cell,
    after: cellAt(changed.slice(start, end), place - start)[0],
  };
}

/** The cell of a line of CSV that holds a character, and its position in the line. */
function cellAt(line: string, character: number): [string, number] {
  let from = 0;
  let position = 0;
  let quoted = false;
  for (let i = 0; i <= line.length; i++) {
    if (line[i] === '"') quoted = !quoted;
    if (i < line.length && (line[i] !== ',' || quoted)) continue;
    if (character < i) return [line.slice(from, i), position];
    from = i + 1;
    position += 1;
  }
  return ['', position];
}

function isDecisive(file: string, { column, before, after }: Change): boolean {
  const columns = DECISIVE[file] ?? [];
  if (columns !== 'all') return columns.includes(column);
  const [a, b] = [Number(before), Number(after)];
  // A change within the accuracy of the recomputation is the checksum's.
  return !(Math.abs(a - b) <= 2e-9 * Math.max(Math.abs(a), Math.abs(b)) + 2e-13);
}
