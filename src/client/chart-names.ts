/**
 * Writes each series' name at its line instead of a legend, so that the eye need not travel.
 *
 * In:     the chart's data and the colour of each role
 * Out:    a Chart.js plugin; with a single series nothing is written, the title names it
 */
import type { Plugin } from 'chart.js';
import type { TableData } from './chart-table.ts';

interface NameInk {
  readonly paper: string;
  readonly series: (role: string) => string;
  readonly font: string;
}

const LINE = 16;

export function seriesNames(data: TableData, ink: NameInk): Plugin {
  return {
    id: 'series-names',
    afterDatasetsDraw(chart) {
      if (data.series.length < 2) return;
      const { ctx, chartArea } = chart;
      ctx.save();
      ctx.font = `bold 13px ${ink.font}`;
      ctx.textAlign = 'right';
      ctx.textBaseline = 'bottom';
      ctx.lineWidth = 4;
      ctx.lineJoin = 'round';
      ctx.strokeStyle = ink.paper;
      const taken: number[] = [];
      for (const series of data.series) {
        const index = chart.data.datasets.findIndex(({ label }) => label === series.label);
        const last = chart.getDatasetMeta(index).data.at(-1);
        if (index < 0 || !last) continue;
        // above its line, and not on top of another name
        let y = Math.max(last.y - 6, chartArea.top + LINE);
        while (taken.some((other) => Math.abs(other - y) < LINE)) y += LINE;
        taken.push(y);
        ctx.strokeText(series.label, chartArea.right, y);
        ctx.fillStyle = ink.series(series.role);
        ctx.fillText(series.label, chartArea.right, y);
      }
      ctx.restore();
    },
  };
}
