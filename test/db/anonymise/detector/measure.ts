/**
 * How well the detector finds, and how often it stops what names nobody: for the tests, which hold it to bars, and for
 * the benchmark, which prints.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { findings } from '../../../../db/anonymise/detector/findings.ts';
import type { Finding } from '../../../../db/anonymise/detector/types.ts';
import { projectRoot } from '../../../../db/config.ts';
import { kenyanSet, type Sample } from './kenyan-set.ts';
import { PLACE_SENTENCES, PLACES } from './places.ts';
import { TWEETS_ABOUT_SOMEBODY } from './tweets-about-somebody.ts';

const shared = path.resolve(projectRoot, '../shared/data');
export const samplesFolder = path.join(shared, 'pii-samples');
export const areSamplesThere = existsSync(samplesFolder);
const wardsFile = path.join(shared, 'kenya-wards/ward-codes-kenya-locations.csv');

const search = (text: string): Finding[] => findings(text, { places: [], messages: [] });
const meets = (a: { start: number; end: number }, b: { start: number; end: number }) =>
  a.start < b.end && b.start < a.end;

export interface Score {
  readonly of: string;
  readonly cases: number;
  readonly found: number;
  readonly misses: readonly string[];
}

const score = (of: string, results: readonly { hit: boolean; text: string }[]): Score => ({
  of,
  cases: results.length,
  found: results.filter(({ hit }) => hit).length,
  misses: results.filter(({ hit }) => !hit).map(({ text }) => text),
});

export const rate = ({ found, cases }: Score): number => (cases === 0 ? 0 : found / cases);

/** Recall on generated secrets, by kind and by whether the disguise was known when the detector was written. */
export function kenyanRecall(seed = 'kenyan set', ofEach = 30): Score[] {
  const groups = Map.groupBy(
    kenyanSet(seed, ofEach),
    ({ kind, disguise }) => `${kind}, ${disguise.split} disguises`,
  );
  return [...groups].map(([of, samples]) =>
    score(
      of,
      samples.map((sample: Sample) => ({
        hit: search(sample.text).some((finding) => meets(finding, sample)),
        text: sample.text,
      })),
    ),
  );
}

/** A `found` here is a text that is stopped and should not be. */
export function placeBlocks(): Score[] {
  const over = (of: string, names: readonly string[]) =>
    score(
      of,
      names
        .flatMap((name) => PLACE_SENTENCES.map((sentence) => sentence.replace('{x}', name)))
        .map((text) => ({ hit: search(text).length > 0, text })),
    );
  const own = over('places and schools of the county', PLACES);
  if (!existsSync(wardsFile)) return [own];
  const wards = readFileSync(wardsFile, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(',')[1] ?? '');
  const written = wards.map((ward) => ward.replace(/(^|[\s/-])([a-z])/g, (start) => start.toUpperCase()));
  return [own, over('wards of all Kenya', written)];
}

export interface TweetBlocks {
  readonly tweets: number;
  readonly blocked: number;
  readonly falsely: readonly string[];
  /** precision: of the tweets stopped for a kind, those that are about somebody */
  readonly by_kind: readonly Score[];
}

export function tweetBlocks(): TweetBlocks {
  let [tweets, blocked] = [0, 0];
  const falsely: string[] = [];
  const by_kind = new Map<string, { hit: boolean; text: string }[]>();
  for (const file of ['train', 'dev'] as const) {
    const lines = readFileSync(path.join(samplesFolder, `afrisenti-swahili-${file}.tsv`), 'utf8').split('\n');
    for (const [row, line] of lines.entries()) {
      if (row === 0 || line.trim() === '') continue;
      tweets += 1;
      const found = search(line.split('\t')[0] ?? '');
      if (found.length === 0) continue;
      blocked += 1;
      const kinds = [...new Set(found.map(({ kind }) => kind))];
      const right = TWEETS_ABOUT_SOMEBODY[file].has(row);
      for (const kind of kinds)
        by_kind.set(kind, [...(by_kind.get(kind) ?? []), { hit: right, text: `${file} ${row}` }]);
      if (!right) falsely.push(`${file} ${row}: ${kinds.join(', ')}`);
    }
  }
  return { tweets, blocked, falsely, by_kind: [...by_kind].map(([kind, all]) => score(kind, all)) };
}

interface PresidioText {
  readonly full_text: string;
  readonly spans: readonly {
    entity_type: string;
    entity_value: string;
    start_position: number;
    end_position: number;
  }[];
}

export interface PresidioScores {
  readonly recall: readonly Score[];
  /** findings of names and titles: how many stand on a person or a title */
  readonly names: { readonly findings: number; readonly right: number; readonly wrong: readonly string[] };
}

/** Names and numbers from all over the world: what a detector made for Kenya does not know. */
export function presidioScores(): PresidioScores {
  const texts: PresidioText[] = JSON.parse(
    readFileSync(path.join(samplesFolder, 'presidio-synth-dataset-v2.json'), 'utf8'),
  );
  const kinds = [
    'PERSON',
    'PHONE_NUMBER',
    'EMAIL_ADDRESS',
    'CREDIT_CARD',
    'IBAN_CODE',
    'US_SSN',
    'DOMAIN_NAME',
  ];
  const results = new Map<string, { hit: boolean; text: string }[]>(kinds.map((kind) => [kind, []]));
  const wrong: string[] = [];
  let [named, right] = [0, 0];
  for (const { full_text, spans } of texts) {
    const found = search(full_text);
    const at = unitsOf(full_text);
    const placed = spans.map((span) => ({
      ...span,
      start: at(span.start_position),
      end: at(span.end_position),
    }));
    for (const span of placed)
      results
        .get(span.entity_type)
        ?.push({ hit: found.some((finding) => meets(finding, span)), text: span.entity_value });
    for (const finding of found.filter(({ kind }) => kind === 'name' || kind === 'title')) {
      named += 1;
      if (placed.some((span) => /PERSON|TITLE/.test(span.entity_type) && meets(span, finding))) right += 1;
      else wrong.push(full_text.slice(finding.start, finding.end));
    }
  }
  return {
    recall: [...results].map(([kind, all]) => score(kind, all)),
    names: { findings: named, right, wrong },
  };
}

/** The set counts code points, JavaScript counts UTF-16 units. */
function unitsOf(text: string): (codePoint: number) => number {
  const starts: number[] = [];
  let unit = 0;
  for (const character of text) {
    starts.push(unit);
    unit += character.length;
  }
  return (codePoint) => starts[codePoint] ?? text.length;
}
