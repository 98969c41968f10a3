/**
 * Draws the picture in a chat: satori lays the words out and turns them into outlines, resvg paints them on a thread
 * of its own. A picture is kept by what it says, in a bounded memory; whoever asks for the same one meanwhile waits
 * for it; more than a few at once are refused, since painting is the dearest thing that this site does.
 *
 * In:     PreviewWords, the jurisdiction's colours
 * Out:    PNG, 1200 by 630
 * Errors: TooManyDrawings
 * Source: WhatsApp shows pictures under 300 kB; https://developers.facebook.com/docs/sharing/webmasters/images
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { LRUCache } from 'lru-cache';
import type { ThemeColours } from '../theme/theme.ts';
import { palettePng } from './palette-png.ts';
import { HEIGHT, previewLayout, WIDTH } from './preview-layout.ts';
import type { PreviewWords } from './preview-words.ts';

export const PICTURE = { width: WIDTH * 2, height: HEIGHT * 2 } as const;

export class TooManyDrawings extends Error {
  override readonly name = 'TooManyDrawings';
}

const KEPT_BYTES = 16 * 1024 * 1024;
/** Half of the processors at most: pages come first. */
const AT_ONCE = Math.max(1, Math.floor(availableParallelism() / 2));
const WAITING = 24;

const kept = new LRUCache<string, Buffer>({ maxSize: KEPT_BYTES, sizeCalculation: (png) => png.length });
const drawing = new Map<string, Promise<Buffer>>();
const queue: (() => void)[] = [];
let running = 0;

/** Names a picture by what it says: a chat that keeps pictures by address asks again when the status changes. */
export function previewVersion(words: PreviewWords, colours: ThemeColours): string {
  return createHash('sha256')
    .update(JSON.stringify([words, colours]))
    .digest('hex')
    .slice(0, 8);
}

export async function drawPreview(words: PreviewWords, colours: ThemeColours): Promise<Buffer> {
  const key = JSON.stringify([words, colours]);
  const known = kept.get(key);
  if (known) return known;
  const begun = drawing.get(key);
  if (begun) return begun;
  if (running >= AT_ONCE && queue.length >= WAITING) throw new TooManyDrawings('too many drawings at once');
  const picture = inTurn(() => paint(words, colours)).finally(() => drawing.delete(key));
  drawing.set(key, picture);
  const png = await picture;
  kept.set(key, png);
  return png;
}

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  // Whoever ends hands its place on, so that nobody slips in between.
  if (running < AT_ONCE) running++;
  else await new Promise<void>((resolve) => queue.push(resolve));
  try {
    return await work();
  } finally {
    const next = queue.shift();
    if (next) next();
    else running--;
  }
}

async function paint(words: PreviewWords, colours: ThemeColours): Promise<Buffer> {
  const { satori, renderAsync, fonts } = await tools();
  const svg = await satori(previewLayout(words, colours), { width: WIDTH, height: HEIGHT, fonts });
  // Satori has made outlines of all letters: no font of the machine is looked for.
  const picture = await renderAsync(svg, {
    fitTo: { mode: 'width', value: PICTURE.width },
    font: { loadSystemFonts: false },
  });
  return (await palettePng(picture.pixels, picture.width, picture.height)) ?? picture.asPng();
}

let opened: ReturnType<typeof openTools> | undefined;

/** Opened with the first picture: a portal whose links nobody shares does without them. */
function tools(): ReturnType<typeof openTools> {
  opened ??= openTools();
  return opened;
}

async function openTools() {
  const [{ default: satori }, { renderAsync }, fonts] = await Promise.all([
    import('satori'),
    import('@resvg/resvg-js'),
    Promise.all(([400, 700] as const).flatMap((weight) => SUBSETS.map((subset) => font(weight, subset)))),
  ]);
  return { satori, renderAsync, fonts };
}

const SUBSETS = ['latin', 'latin-ext'] as const;

async function font(weight: 400 | 700, subset: (typeof SUBSETS)[number]) {
  const { resolve } = createRequire(import.meta.url);
  const data = await readFile(
    resolve(`@fontsource/noto-sans/files/noto-sans-${subset}-${weight}-normal.woff`),
  );
  return { name: 'Noto Sans', data, weight, style: 'normal' as const };
}
