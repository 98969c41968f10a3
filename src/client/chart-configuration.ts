/**
 * A table's data as a Chart.js configuration, in the page's own colours and type.
 *
 * In:     the figure (`data-chart`: curve, trend, bars or rows; `data-unit`), its data
 * Out:    configuration; axes start at zero, a band shows the interval, series are named at their line
 */
import type { ChartConfiguration, ChartDataset, ChartOptions } from 'chart.js';
import { seriesNames } from './chart-names.ts';
import { rowsConfiguration } from './chart-rows.ts';
import type { Point, Series, TableData } from './chart-table.ts';
import { pageLocale } from './page-locale.ts';

type Scale = NonNullable<ChartOptions<'line' | 'bar'>['scales']>[string];
type Dataset = ChartDataset<'line' | 'bar', { x: number; y: number | null }[] | (number | null)[]>;

export interface Ink {
  readonly ink: string;
  readonly soft: string;
  readonly rule: string;
  readonly paper: string;
  readonly series: (role: string) => string;
  readonly font: string;
}

export function chartConfiguration(figure: HTMLElement, data: TableData): ChartConfiguration {
  const ink = readInk();
  const kind = figure.dataset['chart'];
  const share = figure.dataset['unit'] === 'share';
  const number = new Intl.NumberFormat(pageLocale(), share ? { style: 'percent' } : {});
  if (kind === 'rows') return rowsConfiguration(data, { share, ink, text: (value) => number.format(value) });
  const bars = kind === 'bars';
  const curve = kind === 'curve';
  return {
    type: bars ? 'bar' : 'line',
    data: {
      labels: curve ? [] : [...data.labels],
      datasets: data.series.flatMap((series) =>
        bars ? [barDataset(series, ink)] : lineDatasets(series, curve, ink),
      ),
    },
    options: {
      animation: false,
      maintainAspectRatio: false,
      layout: { padding: { top: 18, right: bars ? 0 : 12 } },
      interaction: { mode: bars || !curve ? 'index' : 'x', intersect: false },
      font: { family: ink.font, size: 13 },
      color: ink.ink,
      scales: {
        x: curve ? dayScale(data, figure.dataset['axis'] ?? '', ink) : rowScale(data, ink),
        y: {
          beginAtZero: true,
          ...(share ? { max: 1 } : {}),
          border: { display: false },
          grid: { color: ink.rule, drawTicks: false },
          ticks: {
            color: ink.soft,
            maxTicksLimit: 6,
            padding: 8,
            ...(share ? { stepSize: 0.25 } : { precision: 0 }),
            callback: (value) => number.format(Number(value)),
          },
        },
      },
      plugins: {
        legend: { display: false },
        tooltip: {
          backgroundColor: ink.ink,
          titleColor: ink.paper,
          bodyColor: ink.paper,
          cornerRadius: 0,
          displayColors: false,
          filter: ({ dataset }) => dataset.label !== '',
          callbacks: {
            title: ([first]) => (first ? (data.labels[first.dataIndex] ?? '') : ''),
            label: ({ dataset, dataIndex }) => {
              const series = data.series.find(({ label }) => label === dataset.label);
              return `${dataset.label}: ${series?.points[dataIndex]?.text ?? ''}`;
            },
          },
        },
      },
    },
    plugins: bars ? [] : [seriesNames(data, ink, curve)],
  };
}

function lineDatasets(series: Series, curve: boolean, ink: Ink): Dataset[] {
  const colour = ink.series(series.role);
  const at = (value: (point: Point) => number | null) =>
    curve ? series.points.map((point) => ({ x: point.x, y: value(point) })) : series.points.map(value);
  const stepped = curve ? ('before' as const) : false;
  const hidden = { label: '', pointRadius: 0, pointHitRadius: 0, borderWidth: 0, stepped };
  const band = series.points.some(({ low, high }) => low !== null && high !== null);
  return [
    ...(band
      ? [
          { ...hidden, data: at(({ low, y }) => low ?? y) },
          {
            ...hidden,
            data: at(({ high, y }) => high ?? y),
            fill: '-1' as const,
            backgroundColor: transparent(colour, 0.16),
          },
        ]
      : []),
    {
      label: series.label,
      data: at(({ y }) => y),
      borderColor: colour,
      borderWidth: series.role === 'context' ? 2 : 2.5,
      ...(series.role === 'context' ? { borderDash: [6, 4] } : {}),
      // Between its points a curve is known to be no lower than the last one, and that is all.
      stepped,
      pointRadius: curve ? 3 : 2.5,
      pointBorderColor: colour,
      pointBackgroundColor: series.points.map(({ incomplete }) => (incomplete ? ink.paper : colour)),
      pointHitRadius: 12,
      segment: {
        borderDash: ({ p1DataIndex }) =>
          series.points[p1DataIndex]?.incomplete ? [3, 4] : series.role === 'context' ? [6, 4] : [],
      },
      spanGaps: true,
      clip: 8,
    },
  ];
}

function barDataset(series: Series, ink: Ink): Dataset {
  const colour = ink.series(series.role);
  return {
    type: 'bar',
    label: series.label,
    data: series.points.map(({ y }) => y),
    backgroundColor: series.points.map(({ incomplete }) => (incomplete ? transparent(colour, 0.25) : colour)),
    borderColor: colour,
    borderWidth: series.points.map(({ incomplete }) => (incomplete ? 1.5 : 0)),
    barPercentage: 0.92,
    categoryPercentage: 0.92,
  };
}

/** Days 1, 2, 3, 7 … 365 lie far apart: a logarithmic axis with the table's own days as its marks. */
function dayScale(data: TableData, axis_title: string, ink: Ink): Scale {
  const days = data.series[0]?.points.map(({ x }) => x) ?? [];
  return {
    type: 'logarithmic',
    min: days[0] ?? 1,
    max: days.at(-1) ?? 365,
    grid: { display: false },
    border: { color: ink.ink },
    afterBuildTicks: (axis) => {
      axis.ticks = days.map((value) => ({ value }));
    },
    ticks: {
      color: ink.soft,
      maxRotation: 0,
      autoSkipPadding: 14,
      callback: (value) => String(value),
    },
    title: { display: axis_title !== '', text: axis_title, align: 'end', color: ink.soft, padding: 0 },
  };
}

/** "Nov 2026" stands in two lines, so that more of them find room. */
function rowScale(data: TableData, ink: Ink): Scale {
  return {
    type: 'category',
    grid: { display: false },
    border: { color: ink.ink },
    ticks: {
      color: ink.soft,
      maxRotation: 0,
      autoSkipPadding: 10,
      callback: (_value, index) => (data.labels[index] ?? '').replace(/ \(.*/, '').split(' '),
    },
  };
}

function readInk(): Ink {
  const style = getComputedStyle(document.documentElement);
  const colour = (name: string): string => style.getPropertyValue(name).trim();
  const soft = colour('--ink-soft');
  return {
    ink: colour('--ink'),
    soft,
    rule: colour('--rule'),
    paper: colour('--paper'),
    series: (role) => (role === 'main' ? colour('--accent') : role === 'second' ? colour('--signal') : soft),
    font: style.fontFamily,
  };
}

/** `#rrggbb` with an opacity from 0 to 1 */
function transparent(colour: string, opacity: number): string {
  return `${colour}${Math.round(opacity * 255)
    .toString(16)
    .padStart(2, '0')}`;
}
