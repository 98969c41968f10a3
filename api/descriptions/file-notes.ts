/**
 * What a file that is passed on says of itself: which release it is of, which part of it, where it is for ever, how it is
 * cited, under which licence it may be used, and what its codes are called.
 *
 * In:     dataset, Subject, names of the release's areas, services and offices, the address of the file at its
 *         release, and the filter that it was narrowed by (empty: none)
 * Out:    FileNotes, in English and Swahili
 */
import type { Dataset, Texts } from '../datasets/dataset.ts';
import type { FileNotes } from '../formats/format.ts';
import type { Dimensions } from '../stores.ts';
import { citationText, citeDataset } from './cite-dataset.ts';
import { referencesOf } from './references.ts';
import { addresses, type Subject } from './subject.ts';

export function fileNotes(
  dataset: Dataset,
  subject: Subject,
  dimensions: Dimensions,
  { file, filter }: { readonly file: string; readonly filter: string },
): FileNotes {
  const { release, public_url, jurisdiction } = subject;
  const at = addresses(public_url);
  const { release: number, label } = release;
  const cited = (language: keyof Texts) =>
    citationText(citeDataset(dataset, subject, language), null, language);
  const { name: licence, url } = jurisdiction.licence;
  return {
    about: [
      {
        what: 'release',
        words: {
          en: `Release ${number}: what came in before ${label}.${release.demonstration ? ' Every report is invented: this is a demonstration.' : ''}`,
          sw: `Toleo la ${number}: yaliyofika kabla ya ${label}.${release.demonstration ? ' Kila ripoti ni ya kubuni: hii ni ya maonyesho.' : ''}`,
        },
      },
      ...(filter === ''
        ? []
        : [
            {
              what: 'part',
              words: {
                en: `Not all of the dataset: only what this filter lets through: ${filter}`,
                sw: `Si seti yote: ni yale tu yanayopita kichujio hiki: ${filter}`,
              },
            },
          ]),
      same('file', filter === '' ? file : `${file}?${filter}`),
      { what: 'cite', words: { en: cited('en'), sw: cited('sw') } },
      same('licence', `${licence}, ${url}`),
      same('page', at.page(dataset.id)),
      {
        what: 'check',
        words: {
          en: `Checksums of the release are at ${at.release(number)}. They are of the CSV, JSON and Parquet files; this workbook has none, since its words are mended from time to time.`,
          sw: `Alama za uhakiki za toleo ziko ${at.release(number)}. Ni za faili za CSV, JSON na Parquet; kitabu hiki hakina, kwa kuwa maneno yake huboreshwa mara kwa mara.`,
        },
      },
    ],
    codes: codesOf(dataset, dimensions),
  };
}

const same = (what: string, text: string) => ({ what, words: { en: text, sw: text } });

/** Of each table that the dataset refers to. */
function codesOf(dataset: Dataset, { areas, services, agencies }: Dimensions): FileNotes['codes'] {
  const tables: Readonly<
    Record<string, readonly { code: string; names: Readonly<Record<string, string>> }[]>
  > = {
    areas: areas.map(({ area_code: code, names }) => ({ code, names })),
    services: services.map(({ service_code: code, names }) => ({ code, names })),
    agencies: agencies.map(({ agency_code: code, names }) => ({ code, names })),
  };
  const groups = new Map(services.map(({ service_group, group_names }) => [service_group, group_names]));
  const referred = new Set(referencesOf(dataset).map(({ dataset: table }) => table));
  const listed = Object.entries(tables).filter(([table]) => referred.has(table) && table !== dataset.id);
  return [
    ...listed.flatMap(([table, rows]) => rows.map((row) => coded(table, row.code, row.names))),
    ...(dataset.id !== 'services' && dataset.columns.some(({ name }) => name === 'service_group')
      ? [...groups].map(([code, names]) => coded('service_group', code, names))
      : []),
  ];
}

function coded(table: string, code: string, names: Readonly<Record<string, string>>) {
  const any = Object.values(names)[0] ?? code;
  return { table, code, name: { en: names['en'] ?? any, sw: names['sw'] ?? names['en'] ?? any } };
}
