/** Saves a chart as a picture with its title and source, or its table as CSV. */
import { tableAsCsv } from './chart-table.ts';

export function saveCsv(figure: HTMLElement, table: HTMLTableElement): void {
  download(`${figure.id}.csv`, new Blob(['\ufeff', tableAsCsv(table)], { type: 'text/csv' }));
}

/** The finding above the chart, measure and release below it: a picture that travels without its page. */
export function savePng(figure: HTMLElement, canvas: HTMLCanvasElement): void {
  const style = getComputedStyle(document.documentElement);
  const scale = canvas.width / canvas.clientWidth;
  const margin = 16 * scale;
  const title = figure.querySelector('h2')?.textContent ?? '';
  const source = `${figure.querySelector('figcaption p')?.textContent ?? ''} ${location.host}`;
  const picture = document.createElement('canvas');
  const context = picture.getContext('2d');
  if (!context) return;
  const font = (size: number, weight: string): string => `${weight} ${size * scale}px ${style.fontFamily}`;
  const inner = canvas.width;
  context.font = font(18, 'bold');
  const titleLines = wrapped(context, title, inner);
  context.font = font(12, 'normal');
  const sourceLines = wrapped(context, source, inner);
  picture.width = canvas.width + 2 * margin;
  const top = margin + titleLines.length * 24 * scale + 8 * scale;
  picture.height = top + canvas.height + sourceLines.length * 17 * scale + 2 * margin;
  context.fillStyle = style.getPropertyValue('--paper');
  context.fillRect(0, 0, picture.width, picture.height);
  context.fillStyle = style.getPropertyValue('--ink');
  context.textBaseline = 'top';
  context.font = font(18, 'bold');
  titleLines.forEach((line, index) => {
    context.fillText(line, margin, margin + index * 24 * scale);
  });
  context.drawImage(canvas, margin, top);
  context.font = font(12, 'normal');
  sourceLines.forEach((line, index) => {
    context.fillText(line, margin, top + canvas.height + margin + index * 17 * scale);
  });
  picture.toBlob((blob) => blob && download(`${figure.id}.png`, blob), 'image/png');
}

function wrapped(context: CanvasRenderingContext2D, text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/ +/)) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word;
    if (lines.length > 0 && context.measureText(longer).width <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

function download(name: string, blob: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
