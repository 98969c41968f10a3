/** The registries as `/api/v1/datasets` and the pages under /data show them. */
import type { z } from 'zod';
import { exampleOf, type ReleaseCodes } from '../descriptions/examples.ts';
import { formats } from '../formats/registry.ts';
import type { PublicJurisdiction } from '../portal.ts';
import type { listDatasetsOutput } from '../schemas/datasets.ts';
import { type CountedRelease, fittingFormats } from './fitting-formats.ts';
import { datasets } from './registry.ts';

/** A dictionary by language tag, as the API's shapes want it. */
const byLanguage = (texts: { readonly en: string; readonly sw: string }) => ({ en: texts.en, sw: texts.sw });

export function describeDatasets(
  licence: PublicJurisdiction['licence'],
  codes: ReleaseCodes | null,
  release: CountedRelease | null = null,
): z.infer<typeof listDatasetsOutput> {
  return {
    data: datasets.map((dataset) => ({
      id: dataset.id,
      title: byLanguage(dataset.title),
      description: byLanguage(dataset.description),
      caveats: dataset.caveats.map(byLanguage),
      key: [...dataset.key],
      filters: dataset.filters,
      columns: dataset.columns.map((column) => ({
        name: column.name,
        type: column.type,
        unit: column.unit,
        title: byLanguage(column.title),
        description: byLanguage(column.description),
        empty: column.empty && byLanguage(column.empty),
        values: column.values?.map(({ value, label }) => ({ value, label: byLanguage(label) })) ?? null,
        example: exampleOf(dataset, column, codes),
      })),
      formats: fittingFormats(dataset, release).map((format) => format.id),
    })),
    formats: formats.map(({ id, title, description, media_type }) => ({
      id,
      title: byLanguage(title),
      description: byLanguage(description),
      media_type,
    })),
    licence: { ...licence },
  };
}
