/**
 * Draws a chart from its table with Chart.js: loaded only when a chart is near.
 *
 * In:     the chart's figure (see components/ChartFigure.astro)
 * Out:    the drawing; drawn again when light turns to dark; buttons to save it
 */
import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  type ChartConfiguration,
  Filler,
  LinearScale,
  LineController,
  LineElement,
  LogarithmicScale,
  PointElement,
  Tooltip,
} from 'chart.js';
import { chartConfiguration } from './chart-configuration.ts';
import { saveCsv, savePng, saveSvg } from './chart-save.ts';
import { readTable } from './chart-table.ts';

Chart.register(
  BarController,
  BarElement,
  CategoryScale,
  Filler,
  LinearScale,
  LineController,
  LineElement,
  LogarithmicScale,
  PointElement,
  Tooltip,
);

export function drawChart(figure: HTMLElement): void {
  const canvas = figure.querySelector('canvas');
  const table = figure.querySelector('table');
  if (!canvas || !table) throw new Error('a chart needs its canvas and its table');
  const data = readTable(table);
  const make = (): ChartConfiguration => chartConfiguration(figure, data);
  let chart = new Chart(canvas, make());
  const redraw = (): void => {
    chart.destroy();
    chart = new Chart(canvas, make());
  };
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redraw);
  const save = figure.querySelector<HTMLElement>('.chart-save');
  if (save) save.hidden = false;
  figure.querySelector('[data-save=png]')?.addEventListener('click', () => savePng(figure, canvas));
  figure.querySelector('[data-save=svg]')?.addEventListener('click', () => saveSvg(figure));
  figure.querySelector('[data-save=csv]')?.addEventListener('click', () => saveCsv(figure, table));
}
