/**
 * Bars that lie: a row per class, its parts side by side, with numbers and names written into them.
 *
 * In:     a table's data, whether its values are shares, colours, how a value is written
 * Out:    a Chart.js configuration; shares fill the row, counts are measured by the longest
 */
import type { ChartConfiguration, Plugin } from 'chart.js';
import type { Ink } from './chart-configuration.ts';
import type { TableData } from './chart-table.ts';

interface RowsOptions {
  readonly share: boolean;
  readonly ink: Ink;
  readonly text: (value: number) => string;
}

export function rowsConfiguration({ labels, series }: TableData, options: RowsOptions): ChartConfiguration {
  const { share, ink } = options;
  return {
    type: 'bar',
    data: {
      labels: [...labels],
      datasets: series.map(({ label, role, points }) => ({
        label,
        data: points.map(({ y }) => y),
        backgroundColor: role === 'faint' ? ink.paper : ink.series(role),
        borderColor: role === 'faint' ? ink.series(role) : ink.paper,
        borderWidth: 1,
        barPercentage: 0.9,
        categoryPercentage: 0.9,
      })),
    },
    options: {
      animation: false,
      indexAxis: 'y',
      maintainAspectRatio: false,
      layout: { padding: { right: share ? 4 : 40 } },
      interaction: { mode: 'index', axis: 'y', intersect: false },
      font: { family: ink.font, size: 13 },
      scales: {
        x: { stacked: true, display: false, beginAtZero: true, ...(share ? { max: 1 } : {}) },
        y: {
          stacked: true,
          grid: { display: false },
          border: { display: false },
          ticks: { color: ink.soft, autoSkip: false },
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
          callbacks: {
            label: ({ dataset, dataIndex }) => {
              const own = series.find(({ label }) => label === dataset.label);
              return `${dataset.label}: ${own?.points[dataIndex]?.text ?? ''}`;
            },
          },
        },
      },
    },
    plugins: [rowWords(options, series)],
  };
}

/** The number in its part or behind its bar, and what the part is where that has not been said yet. */
function rowWords({ ink, text }: RowsOptions, series: TableData['series']): Plugin {
  return {
    id: 'row-words',
    afterDatasetsDraw(chart) {
      const { ctx } = chart;
      ctx.save();
      ctx.font = `13px ${ink.font}`;
      ctx.textBaseline = 'middle';
      series.forEach(({ label, role, points }, index) => {
        let named = series.length === 1;
        chart.getDatasetMeta(index).data.forEach((bar, row) => {
          const value = points[row]?.y;
          if (value === null || value === undefined) return;
          const { x, y, base } = bar.getProps(['x', 'y', 'base'], true);
          const start = Number(base);
          if (series.length === 1) {
            ctx.fillStyle = ink.ink;
            ctx.fillText(text(value), x + 6, y);
            return;
          }
          const both = named ? text(value) : `${text(value)} ${label}`;
          const words = [both, text(value)].find((word) => ctx.measureText(word).width + 9 <= x - start);
          if (words === undefined) return;
          named ||= words === both;
          ctx.fillStyle = role === 'faint' ? ink.ink : ink.paper;
          ctx.fillText(words, start + 5, y);
        });
      });
      ctx.restore();
    },
  };
}
