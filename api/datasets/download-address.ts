/**
 * What an address below /data asks for.
 *
 * In:     a path: `/data/requests.csv` (newest release), `/data/2/requests.csv` (that release, for ever)
 *         `/data/requests/changes.csv` (since another release)
 * Out:    the release, the dataset and the format, or one of the files about a release
 * Errors: Refusal (404) that lists what there is
 */
import type { Format } from '../formats/format.ts';
import { formatsOf } from '../formats/registry.ts';
import { Refusal } from '../refusal.ts';
import type { Dataset } from './dataset.ts';
import { datasets } from './registry.ts';

export interface DatasetAddress {
  readonly kind: 'dataset';
  /** null: the newest */
  readonly release: number | null;
  readonly dataset: Dataset;
  readonly format: Format;
}
export interface ReleaseFileAddress {
  readonly kind: 'manifest' | 'datapackage';
  readonly release: number;
}

/** What changed since another release. */
export interface ChangesAddress {
  readonly kind: 'changes';
  readonly release: null;
  readonly dataset: Dataset;
}

export function parseDownloadAddress(path: string): DatasetAddress | ReleaseFileAddress | ChangesAddress {
  const changes = /^\/data\/([a-z_]{1,64})\/changes\.csv$/.exec(path);
  if (changes !== null) {
    const changed = datasets.find(({ id }) => id === changes[1]);
    if (changed === undefined) throw unknown(`There is no such dataset. ${list()}`);
    return { kind: 'changes', release: null, dataset: changed };
  }
  const parts = /^\/data\/(?:([1-9]\d{0,6})\/)?([\w-]{1,64})\.([a-z]{1,16})$/.exec(path);
  if (parts === null)
    throw unknown(`Datasets are at /data/DATASET.FORMAT, or /data/RELEASE/DATASET.FORMAT. ${list()}`);
  const [, number, name, ending] = parts;
  const release = number === undefined ? null : Number(number);
  if (release !== null && ending === 'json' && (name === 'manifest' || name === 'datapackage'))
    return { kind: name, release };
  const dataset = datasets.find(({ id }) => id === name);
  if (dataset === undefined) throw unknown(`There is no such dataset. ${list()}`);
  const format = formatsOf(dataset).find(({ id }) => id === ending);
  if (format === undefined)
    throw unknown(
      `The dataset ${dataset.id} has no such format. It has: ${formatsOf(dataset)
        .map(({ id }) => id)
        .join(', ')}.`,
    );
  return { kind: 'dataset', release, dataset, format };
}

const list = () => `There are: ${datasets.map(({ id }) => id).join(', ')}.`;
const unknown = (message: string) => new Refusal('NOT_FOUND', 'unknown_address', message);
