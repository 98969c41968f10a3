/** `PICTURES=folder` keeps pictures of the pages that browser tests look at, for people to look at too. */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';

export const PICTURES = process.env['PICTURES'] ?? null;

/** The whole page, in light and then in dark. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  if (PICTURES === null) return;
  await mkdir(PICTURES, { recursive: true });
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const file = `${name} ${colorScheme}`.replace(/\W+/g, '-');
    await page.screenshot({ path: path.join(PICTURES, `${file}.png`), fullPage: true });
  }
  await page.emulateMedia({ colorScheme: null });
}
