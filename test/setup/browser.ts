/**
 * A real browser: the system's Chromium, or the one that npm brought, unpacked into a folder of this run. There
 * is always one; a browser test is never skipped.
 */
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const SYSTEM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

export const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export interface TestBrowser {
  readonly browser: Browser;
  close(): Promise<void>;
}

/** Null: the system has none. */
export const systemBrowser = (): string | null =>
  [process.env['CHROMIUM_PATH'], ...SYSTEM].find((file) => file && existsSync(file)) ?? null;

export async function openBrowser(): Promise<TestBrowser> {
  const system = systemBrowser();
  if (system) {
    const browser = await chromium.launch({ executablePath: system, args: QUIET });
    return { browser, close: () => browser.close() };
  }
  const folder = await mkdtemp(path.join(tmpdir(), 'majibu-browser-'));
  // The package unpacks into the temporary folder, and brings the libraries it needs only where it believes to
  // be on the platform it was made for; a fresh machine lacks them just as well.
  process.env['TMPDIR'] = folder;
  process.env['AWS_LAMBDA_JS_RUNTIME'] = 'nodejs24.x';
  const { default: packed } = await import('@sparticuz/chromium');
  const browser = await chromium.launch({ executablePath: await packed.executablePath(), args: QUIET });
  return {
    browser,
    async close() {
      await browser.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
