/** Saves a chart as a picture or drawing with its title and source, or its table as CSV. */
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

/** What a drawing takes from the page's style sheets; on its own it has none. */
const STYLED = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linejoin',
  'paint-order',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
] as const;
const SVG = 'http://www.w3.org/2000/svg';

/** The server's own drawing, with its style written into it. */
export function saveSvg(figure: HTMLElement): void {
  const drawings = figure.querySelectorAll<SVGSVGElement>('.chart-still svg');
  const drawing = drawings[drawings.length - 1];
  if (!drawing) return;
  const { width, height } = drawing.viewBox.baseVal;
  const style = getComputedStyle(document.documentElement);
  const context = document.createElement('canvas').getContext('2d');
  if (!context) return;
  const lines = (text: string, size: number, weight: string) => {
    context.font = `${weight} ${size}px ${style.fontFamily}`;
    return wrapped(context, text, width).map((line) => ({ line, size, weight }));
  };
  const title = lines(figure.querySelector('h2')?.textContent ?? '', 18, 'bold');
  const source = lines(
    `${figure.querySelector('figcaption p')?.textContent ?? ''} ${location.host}`,
    12,
    'normal',
  );
  const [margin, top] = [16, 16 + title.length * 24 + 8];
  const whole = document.createElementNS(SVG, 'svg');
  const bottom = top + height + 8;
  const size = [width + 2 * margin, bottom + source.length * 17 + margin];
  whole.setAttribute('xmlns', SVG);
  whole.setAttribute('viewBox', `0 0 ${size.join(' ')}`);
  whole.setAttribute('width', `${size[0]}`);
  whole.setAttribute('height', `${size[1]}`);
  whole.setAttribute('font-family', style.fontFamily);
  const paper = document.createElementNS(SVG, 'rect');
  paper.setAttribute('width', '100%');
  paper.setAttribute('height', '100%');
  paper.setAttribute('fill', style.getPropertyValue('--paper'));
  const inner = document.createElementNS(SVG, 'g');
  inner.setAttribute('transform', `translate(${margin} ${top})`);
  for (const child of drawing.children) inner.append(styled(child));
  whole.append(paper, inner);
  const write = ({ line, size: height, weight }: (typeof title)[number], y: number) => {
    const text = document.createElementNS(SVG, 'text');
    text.setAttribute('x', `${margin}`);
    text.setAttribute('y', `${y}`);
    text.setAttribute('font-size', `${height}`);
    text.setAttribute('font-weight', weight);
    text.setAttribute('fill', style.getPropertyValue('--ink'));
    text.textContent = line;
    whole.append(text);
  };
  title.forEach((line, index) => {
    write(line, margin + 18 + index * 24);
  });
  source.forEach((line, index) => {
    write(line, bottom + 12 + index * 17);
  });
  const text = new XMLSerializer().serializeToString(whole);
  download(`${figure.id}.svg`, new Blob([text], { type: 'image/svg+xml' }));
}

function styled(element: Element): Element {
  const copy = element.cloneNode(false);
  if (!(copy instanceof Element)) throw new TypeError('the copy of an element is an element');
  const style = getComputedStyle(element);
  for (const name of STYLED) {
    const value = style.getPropertyValue(name);
    if (value !== '' && value !== 'normal') copy.setAttribute(name, value);
  }
  copy.removeAttribute('class');
  for (const child of element.childNodes)
    copy.append(child instanceof Element ? styled(child) : child.cloneNode());
  return copy;
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
