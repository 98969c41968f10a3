/**
 * What a status page weighs over the wire, heads of answers included, as a browser counts it, beside the report page of
 * FixMyStreet. Without script a browser loads the code to scan at once; with it, when somebody opens it.
 *
 * In:     a portal that serves, the web role's address
 * Out:    a table, and the bar of 14 kB
 */
import { openBrowser } from '../setup/browser.ts';
import type { Reports } from './reports.ts';
import { statusCodes } from './status-codes.ts';

/** Bytes of a report page of mysociety/fixmystreet: HTML, and script and style, gzip, heads of answers left out. */
const FIXMYSTREET = { html: 7_100, rest: 244_000 };
const BUDGET_BYTES = 14_336;

interface Weight {
  readonly html: number;
  readonly all: number;
  readonly requests: number;
}

export async function pageWeight(
  origin: string,
  web: string,
  { say, bar }: Pick<Reports, 'say' | 'bar'>,
): Promise<void> {
  say('\nA status page over the wire, in bytes: first visit, nothing kept');
  const opened = await openBrowser();
  const weigh = async (address: string, javaScriptEnabled: boolean): Promise<Weight> => {
    const context = await opened.browser.newContext({
      javaScriptEnabled,
      viewport: { width: 360, height: 640 },
    });
    try {
      const page = await context.newPage();
      const session = await context.newCDPSession(page);
      await session.send('Network.enable');
      const sizes = new Map<string, number>();
      let html = '';
      session.on('Network.responseReceived', ({ requestId, type }) => {
        if (type === 'Document') html = requestId;
      });
      session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
        if (encodedDataLength > 0) sizes.set(requestId, encodedDataLength);
      });
      await page.goto(address, { waitUntil: 'networkidle' });
      const all = [...sizes.values()].reduce((sum, size) => sum + size, 0);
      return { html: sizes.get(html) ?? 0, all, requests: sizes.size };
    } finally {
      await context.close();
    }
  };
  const told = ({ html, all, requests }: Weight) =>
    `${html.toLocaleString('en')} html, ${all.toLocaleString('en')} in all, requests ${requests}`;
  let heaviest = 0;
  try {
    for (const { state, code } of await statusCodes(web))
      for (const prefix of ['', '/sw']) {
        const address = `${origin}${prefix}/i/${code}`;
        const [plain, scripted] = [await weigh(address, false), await weigh(address, true)];
        heaviest = Math.max(heaviest, plain.all);
        say(`      ${state}${prefix}: ${told(plain)}; with script ${told(scripted)}`);
      }
  } finally {
    await opened.close();
  }
  const { html, rest } = FIXMYSTREET;
  say(
    `      FixMyStreet's report page: ${html.toLocaleString('en')} html, ${(html + rest).toLocaleString('en')} in all`,
  );
  bar('heaviest status page without script, in bytes,', heaviest, 'at most', BUDGET_BYTES);
}
