/**
 * How to load a dataset, in the words of each program.
 *
 * In:     the portal's address, a dataset
 * Out:    a name and lines to copy; a program that is operated by hand gets the address or the formula alone
 */
import type { Dataset } from '../../api/schemas/datasets.ts';

export interface Snippet {
  readonly program: 'curl' | 'R' | 'Python' | 'Excel' | 'Google Sheets';
  readonly lines: string;
}

export function loadSnippets(public_url: string, { id, columns }: Dataset): readonly Snippet[] {
  const csv = `${public_url}/data/${id}.csv`;
  const days = columns.filter(({ type }) => type === 'date').map(({ name }) => name);
  // Codes stay texts: 0739 is not 739.
  const codes = columns.map(({ name }) => name).filter((name) => /_(code|id|responsible)$/.test(name));
  return [
    { program: 'curl', lines: `curl -OJ ${csv}` },
    {
      program: 'R',
      lines: `${id} <- read.csv("${csv}",\n  na.strings = "", colClasses = c(${codes.map((name) => `${name} = "character"`).join(', ')}))`,
    },
    {
      program: 'Python',
      lines: `import pandas as pd\n${id} = pd.read_csv("${csv}",\n  dtype={${codes.map((name) => `"${name}": "string"`).join(', ')}}${days.length > 0 ? `,\n  parse_dates=[${days.map((name) => `"${name}"`).join(', ')}]` : ''})`,
    },
    { program: 'Excel', lines: `${csv}?bom=true` },
    { program: 'Google Sheets', lines: `=IMPORTDATA("${csv}")` },
  ];
}
