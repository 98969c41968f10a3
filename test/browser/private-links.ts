/**
 * A portal with reports that have private links, and a phone to open them with.
 *
 * Out:    PrivateLinks; `close` stops all of it
 */
import { createServer } from 'node:net';
import pg from 'pg';
import type { BrowserContext, Page } from 'playwright-core';
import { secretText } from '../../db/anonymise/sealed-box.ts';
import { projectRoot } from '../../db/config.ts';
import { loadPack } from '../../db/jurisdictions/load-pack.ts';
import { openBrowser } from '../setup/browser.ts';
import { openTestPortal, type WebProcess } from '../setup/portal-process.ts';
import { addRequest } from '../setup/triage-fixture.ts';

export interface Reported {
  readonly id: number;
  readonly code: string;
  readonly secret: Buffer;
  /** as it stands in the link */
  readonly key: string;
}

export interface PrivateLinks {
  readonly web: WebProcess;
  readonly metrics_url: string;
  readonly received_at: Date;
  readonly resolved_at: Date;
  report(service: string, resolved?: boolean): Promise<Reported>;
  publish(): Promise<unknown>;
  phone<T>(work: (context: BrowserContext) => Promise<T>): Promise<T>;
  /** `prefix`: `/sw` */
  link(of: Pick<Reported, 'code' | 'key'>, prefix?: string): string;
  close(): Promise<void>;
}

export async function openPrivateLinks(): Promise<PrivateLinks> {
  const portal = await openTestPortal(await loadPack(`${projectRoot}/db/jurisdictions/elgeyo-marakwet`));
  const triage = new pg.Client({ connectionString: portal.databases.urls.importer });
  await triage.connect();
  const received_at = new Date(Date.now() - 20 * 86_400_000);
  const resolved_at = new Date(Date.now() - 2 * 86_400_000);
  const report = async (service: string, resolved = true): Promise<Reported> => {
    const { id, code } = await addRequest(triage, {
      service,
      area: '0739',
      received_at,
      reporters: [1],
      events: resolved
        ? [{ kind: 'resolved', at: resolved_at, note: 'Filled on Monday', approved: true }]
        : [],
    });
    const { rows } = await triage.query('select secret from triage.request where id = $1', [id]);
    return { id, code, secret: rows[0].secret, key: secretText(rows[0].secret) };
  };
  const publish = () => portal.publishLive(new Date(Date.now() + 2_000));
  await report('road-damage');
  await publish();
  await portal.publishReleases(new Date());
  const METRICS_PORT = await freePort();
  const [web, opened] = await Promise.all([
    portal.serve({ METRICS_PORT: String(METRICS_PORT), LOG: 'requests', DEBUG: '1' }),
    openBrowser(),
  ]);
  return {
    web,
    metrics_url: `http://127.0.0.1:${METRICS_PORT}/metrics`,
    received_at,
    resolved_at,
    report,
    publish,
    async phone(work) {
      const context = await opened.browser.newContext({ viewport: { width: 360, height: 640 } });
      try {
        return await work(context);
      } finally {
        await context.close();
      }
    },
    link: ({ code, key }, prefix = '') => `${web.url}${prefix}/i/${code}#k=${key}`,
    async close() {
      await triage.end();
      await opened.close();
      await portal.stop();
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

export async function openLink(context: BrowserContext, address: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(address);
  return page;
}

/** What the private view says once all has been tried. */
export async function said(page: Page): Promise<string> {
  const line = page.locator('[data-private] > .private-said');
  await line.filter({ hasNotText: '…' }).waitFor();
  return (await line.textContent()) ?? '';
}
