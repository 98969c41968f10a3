import { createHash } from 'node:crypto';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../../db/config.ts';
import type { Demonstration, DemoRequest } from '../../../db/demo/demonstration.ts';
import { drawDemonstration } from '../../../db/demo/draw-demonstration.ts';
import { seededRandom } from '../../../db/demo/random.ts';
import { tablesOf } from '../../../db/demo/tables.ts';
import { loadPack } from '../../../db/jurisdictions/load-pack.ts';
import type { Pack } from '../../../db/jurisdictions/types.ts';
import { parsePublicCode } from '../../../db/public-code.ts';
import type { Tier } from '../../../db/schema/triage.ts';

const NOW = new Date('2026-11-22T09:30:00Z');
let pack: Pack;
let demonstration: Demonstration;
let requests: readonly DemoRequest[];
beforeAll(async () => {
  pack = await loadPack(path.join(projectRoot, 'db/jurisdictions/elgeyo-marakwet'));
  demonstration = drawDemonstration(pack, NOW, seededRandom('majibu'));
  requests = demonstration.requests;
});

const digest = (drawn: Demonstration) =>
  createHash('sha256')
    .update(JSON.stringify(tablesOf(drawn)))
    .digest('hex');
const has = (kind: string) => (request: DemoRequest) => request.events.some((event) => event.kind === kind);
const share = (of: readonly DemoRequest[], holds: (request: DemoRequest) => boolean) =>
  of.filter(holds).length / of.length;
const tierOf = (request: DemoRequest): Tier | undefined =>
  pack.services.find((service) => service.service_code === request.service_code)?.tier;
const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
const firstHours = (of: readonly DemoRequest[]) =>
  median(of.flatMap(({ events, received }) => (events[1] ? [(events[1].at - received) / 3_600_000] : [])));

describe('the demonstration', () => {
  it('is the same for the same seed and end, and another for another seed', () => {
    expect(digest(drawDemonstration(pack, NOW, seededRandom('majibu')))).toBe(digest(demonstration));
    expect(digest(drawDemonstration(pack, NOW, seededRandom('other')))).not.toBe(digest(demonstration));
  });

  it('has some 12,000 requests by some 5,000 reporters, of whom few write often and most once or twice', () => {
    expect(requests.length).toBeGreaterThan(11_500);
    expect(requests.length).toBeLessThan(12_500);
    expect(demonstration.reporters.length).toBeGreaterThan(4_500);
    expect(demonstration.reporters.length).toBeLessThan(5_500);
    const written = new Map<number, number>();
    for (const { reporter } of demonstration.messages)
      written.set(reporter.id, (written.get(reporter.id) ?? 0) + 1);
    expect(written.size).toBe(demonstration.reporters.length);
    const counts = [...written.values()].sort((a, b) => b - a);
    expect(counts.filter((n) => n <= 2).length / counts.length).toBeGreaterThan(0.6);
    expect(counts[0]).toBeGreaterThan(50);
  });

  it('covers the 24 months before its end and nothing after it', () => {
    expect(new Date(requests[0]?.received ?? 0).toISOString().slice(0, 7)).toBe('2024-11');
    const times = [
      ...requests.flatMap((request) => request.events.map((event) => event.at)),
      ...demonstration.messages.map((message) => message.at),
    ];
    expect(Math.max(...times)).toBeLessThan(NOW.getTime());
  });

  it('begins every history with its receipt and goes forward in time', () => {
    for (const { events, received } of requests) {
      expect(events[0]).toMatchObject({ kind: 'received', at: received });
      expect(events.every((event, i) => i === 0 || event.at >= (events[i - 1]?.at ?? 0))).toBe(true);
    }
  });

  it('leaves 12 to 18 % unanswered, and declines, merges, reopens, disputes and withholds some', () => {
    const within = (value: number, low: number, high: number) => {
      expect(value).toBeGreaterThan(low);
      expect(value).toBeLessThan(high);
    };
    within(
      share(requests, ({ events }) => events.length === 1),
      0.12,
      0.18,
    );
    within(share(requests, has('resolved')), 0.5, 0.7);
    within(share(requests, has('declined')), 0.02, 0.08);
    within(share(requests, has('merged')), 0.04, 0.12);
    within(share(requests, has('reopened')), 0.02, 0.1);
    within(share(requests, has('confirmed')), 0.1, 0.3);
    within(share(requests, has('disputed')), 0.03, 0.12);
    within(
      share(requests, ({ withheld_reason }) => withheld_reason !== null),
      0.01,
      0.04,
    );
    expect(new Set(requests.map((r) => r.withheld_reason)).size).toBe(6);
    within(
      share(requests, (request) => tierOf(request) === 'open'),
      0.55,
      0.8,
    );
    within(
      share(requests, (request) => tierOf(request) === 'sensitive'),
      0.03,
      0.1,
    );
  });

  it('has every service and every ward, which differ in volume and speed', () => {
    const by = (key: (request: DemoRequest) => string) => [...Map.groupBy(requests, key).values()];
    const [services, wards] = [by((r) => r.service_code), by((r) => r.area_code)];
    expect([services.length, wards.length]).toEqual([28, 20]);
    for (const groups of [services, wards]) {
      expect(Math.max(...groups.map((g) => g.length))).toBeGreaterThan(
        2 * Math.min(...groups.map((g) => g.length)),
      );
      expect(Math.max(...groups.map(firstHours))).toBeGreaterThan(1.8 * Math.min(...groups.map(firstHours)));
    }
  });

  it('hears more of roads and drains in the rains than in the months before them', () => {
    const roads = requests.filter((request) => /^(road|drain|bridge)/.test(request.service_code));
    const inMonths = (...months: string[]) =>
      roads.filter(({ received }) => months.includes(new Date(received).toISOString().slice(5, 7))).length;
    expect(inMonths('04', '05')).toBeGreaterThan(1.8 * inMonths('01', '02'));
  });

  it('merges a report into an earlier one of the same ward and service, by someone else', () => {
    const merged = requests.filter(has('merged'));
    for (const request of merged) {
      const first = request.duplicate_of;
      expect(first).toMatchObject({ area_code: request.area_code, service_code: request.service_code });
      expect(first?.duplicate_of).toBeNull();
      expect(first?.received).toBeLessThanOrEqual(request.received);
      expect(first?.messages).toEqual(expect.arrayContaining([request.messages[0]]));
      expect(first?.messages[0]?.reporter).not.toBe(request.messages[0]?.reporter);
    }
    expect(requests.filter((r) => r.duplicate_of !== null).length).toBe(merged.length);
  });

  it('gives every request a code of its own with a right check character', () => {
    const codes = requests.map((request) => request.service_request_id);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.filter((code) => !parsePublicCode(code).ok)).toEqual([]);
  });

  it('uses telephone numbers that belong to nobody', () => {
    const phones = demonstration.reporters.map((reporter) => reporter.phone);
    expect(new Set(phones).size).toBe(phones.length);
    expect(phones.filter((phone) => !/^\+2543\d{8}$/.test(phone))).toEqual([]);
    const called = demonstration.messages.flatMap(({ body }) => body.match(/\+?\d[\d ]{7,}/g) ?? []);
    expect(called.length).toBeGreaterThan(500);
    expect(called.filter((number) => !/^(0|\+254)3/.test(number))).toEqual([]);
  });
});

describe('what the demonstration says in public', () => {
  const texts = () =>
    requests
      .flatMap((r) => [r.summary, ...r.events.map((event) => event.note)])
      .filter((text) => text !== null);

  it('fits 140 characters, is finished, and holds no number and no name', () => {
    expect(texts().length).toBeGreaterThan(10_000);
    for (const text of new Set(texts())) {
      expect(text.length).toBeLessThanOrEqual(140);
      expect(text).not.toMatch(/[{}]|\d{6}|undefined|Jerop|Kip|Chep|Jep|Kibet/);
    }
  });

  it('never repeats five words of what the sender wrote', () => {
    const words = (text: string) => text.toLowerCase().match(/[\p{L}’']+/gu) ?? [];
    const runs = (text: string) => {
      const all = words(text);
      return all.slice(4).map((_, i) => all.slice(i, i + 5).join(' '));
    };
    const repeated = requests.flatMap(({ summary, messages }) => {
      const said = new Set(messages.flatMap((message) => runs(message.body)));
      return runs(summary ?? '').filter((run) => said.has(run));
    });
    expect([...new Set(repeated)]).toEqual([]);
  });

  it('is in English and in Swahili, and mostly approved by a second desk', () => {
    const summaries = requests.filter((request) => request.summary !== null);
    expect(summaries.some((r) => r.summary?.startsWith('Potholes'))).toBe(true);
    expect(summaries.some((r) => r.summary?.startsWith('Mashimo'))).toBe(true);
    const approved = summaries.filter((r) => r.summary_approved_by !== null);
    expect(approved.length / summaries.length).toBeGreaterThan(0.8);
    expect(approved.length).toBeLessThan(summaries.length);
    expect(approved.filter((r) => r.summary_approved_by === r.summary_by)).toEqual([]);
  });

  it('says nothing of sensitive requests', () => {
    const sensitive = requests.filter((request) => tierOf(request) === 'sensitive');
    expect(sensitive.flatMap((r) => [r.summary, ...r.events.map((e) => e.note)]).filter(Boolean)).toEqual([]);
  });
});

describe('a pack that the demonstration does not know', () => {
  it('is refused with its services and with what to do', async () => {
    const boston = await loadPack(path.join(projectRoot, 'db/jurisdictions/boston'));
    expect(() => drawDemonstration(boston, NOW, seededRandom('majibu'))).toThrow(
      /no demonstration for the pack boston.*highway-maintenance.*Use the pack elgeyo-marakwet/,
    );
  });
});
