/**
 * How to load a dataset, in the words of each program.
 *
 * In:     the portal's address, a dataset
 * Out:    a name and lines to copy; a program that is operated by hand gets the address or the formula alone
 */
import type { Dataset } from '../../api/schemas/datasets.ts';

export interface Snippet {
  readonly program: 'curl' | 'R' | 'Python' | 'DuckDB' | 'Excel' | 'Google Sheets';
  readonly lines: string;
}

export function loadSnippets(
  public_url: string,
  { id, columns }: Pick<Dataset, 'id' | 'columns'>,
): readonly Snippet[] {
  const file = (ending: string) => `${public_url}/data/${id}.${ending}`;
  const csv = file('csv');
  const days = columns.filter(({ type }) => type === 'date').map(({ name }) => name);
  // Codes stay texts: 0739 is not 739.
  const codes = columns
    .map(({ name }) => name)
    .filter((name) => /_(code|id|responsible|group)$|^member$/.test(name));
  const r = codes.map((name) => `${name} = "character"`).join(', ');
  const dtype = codes.map((name) => `"${name}": "string"`).join(', ');
  const dates = days.map((name) => `"${name}"`).join(', ');
  return [
    { program: 'curl', lines: `curl -OJ ${csv}` },
    { program: 'R', lines: `${id} <- read.csv("${csv}",\n  na.strings = "", colClasses = c(${r}))` },
    {
      program: 'Python',
      // A text that says NA or null is a text.
      lines: `import pandas as pd\n${id} = pd.read_csv("${csv}",\n  keep_default_na=False, na_values=[""],\n  dtype={${dtype}}${days.length > 0 ? `,\n  parse_dates=[${dates}]` : ''})`,
    },
    { program: 'DuckDB', lines: `select * from read_parquet('${file('parquet')}');` },
    { program: 'Excel', lines: file('xlsx') },
    { program: 'Google Sheets', lines: `=IMPORTDATA("${csv}")` },
  ];
}
