/**
 * Examples of the page for developers: each stands here once, is shown from here, and is run from here by a test
 * wherever its tool is installed.
 *
 * In:     the portal's address
 * Out:    text to copy
 */
export const TOOLS = ['curl', 'python', 'r', 'excel', 'sheets', 'typescript'] as const;
export type Tool = (typeof TOOLS)[number];

export interface Example {
  readonly id: 'longest_waiting' | 'file' | 'every_page' | 'frequency' | 'workbook' | 'sheet' | 'client';
  readonly tool: Tool;
  readonly text: (url: string) => string;
}

export const examples: readonly Example[] = [
  {
    id: 'longest_waiting',
    tool: 'curl',
    text: (url) => `curl "${url}/api/v1/requests?status=open&sort=-waiting&limit=10"`,
  },
  {
    id: 'file',
    tool: 'curl',
    text: (url) => `curl -o open-requests.csv "${url}/data/requests.csv?status=open"`,
  },
  {
    id: 'every_page',
    tool: 'python',
    text: (url) => `import json
from urllib.parse import urlencode
from urllib.request import urlopen

def rows(path, **filters):
    "Every row of a list, page by page."
    while True:
        with urlopen("${url}/api/v1" + path + "?" + urlencode(filters)) as answer:
            page = json.load(answer)
        yield from page["data"]
        if page["next"] is None:
            return
        filters["cursor"] = page["next"]

waiting = list(rows("/requests", status="open", limit=1000))
print(len(waiting))`,
  },
  {
    id: 'frequency',
    tool: 'r',
    text: (url) => `requests <- read.csv("${url}/data/requests.csv",
  na.strings = "", colClasses = c(area_code = "character"))
table(requests$outcome)`,
  },
  {
    id: 'workbook',
    tool: 'excel',
    text: (url) => `${url}/data/requests.xlsx?status=open`,
  },
  {
    id: 'sheet',
    tool: 'sheets',
    text: (url) => `=IMPORTDATA("${url}/data/requests.csv?bom=true&status=open")`,
  },
  {
    id: 'client',
    tool: 'typescript',
    text: (url) => `// curl -O ${url}/api/v1/majibu.ts
import { portalClient } from './majibu.ts';

const { requests } = portalClient();
for await (const row of requests.each({ status: 'open', sort: '-waiting' }))
  console.log(row.received_period, row.area_code, row.service_group);`,
  },
];

/** Answers to look at without writing anything; what they are is told in the page's language. */
export const answers = [
  { id: 'requests', address: '/api/v1/requests?status=open&sort=-waiting&limit=3' },
  { id: 'median', address: '/api/v1/statistics/first_response_hours_median' },
  { id: 'by_area', address: '/api/v1/statistics/requests_open?group_by=area' },
  { id: 'by_month', address: '/api/v1/statistics/requests_received?group_by=period' },
  { id: 'services', address: '/api/v1/services' },
  { id: 'release', address: '/api/v1/releases/latest' },
  { id: 'refusal', address: '/api/v1/requests?status=perhaps&limit=0' },
] as const;
