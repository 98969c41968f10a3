/**
 * Writes each series' name at its line instead of a legend, so that the eye need not travel.
 *
 * In:     the chart's data and the colour of each role; whether lines go in steps
 * Out:    a Chart.js plugin; with a single series nothing is written, the title names it
 */
import type { Plugin } from 'chart.js';
import type { TableData } from './chart-table.ts';
import { placeNames, type XY } from './name-places.ts';

interface NameInk {
  readonly paper: string;
  readonly series: (role: string) => string;
  readonly font: string;
}

export function seriesNames({ series }: TableData, ink: NameInk, stepped = false): Plugin {
  return {
    id: 'series-names',
    afterDatasetsDraw(chart) {
      if (series.length < 2) return;
      const { ctx, chartArea } = chart;
      ctx.save();
      ctx.font = `bold 13px ${ink.font}`;
      ctx.textBaseline = 'middle';
      ctx.lineWidth = 4;
      ctx.lineJoin = 'round';
      ctx.strokeStyle = ink.paper;
      const lines = series.map(({ label }) => {
        const index = chart.data.datasets.findIndex((dataset) => dataset.label === label);
        const points = index < 0 ? [] : chart.getDatasetMeta(index).data.map(({ x, y }) => ({ x, y }));
        return stepped ? cornersOf(points) : points;
      });
      // "Answered, Elgeyo Marakwet" is short of room on a phone: the line's title says what it measures
      const most = (chartArea.right - chartArea.left) / 2;
      const names = series.map(({ label }) =>
        ctx.measureText(label).width > most ? (label.split(', ').at(-1) ?? label) : label,
      );
      const widths = names.map((name) => ctx.measureText(name).width);
      placeNames(lines, widths, chartArea).forEach((place, index) => {
        const name = names[index];
        if (!place || !name) return;
        ctx.strokeText(name, place.x, place.y);
        ctx.fillStyle = ink.series(series[index]?.role ?? 'main');
        ctx.fillText(name, place.x, place.y);
      });
      ctx.restore();
    },
  };
}

/** A step goes across first, then up or down: its corner lies below the next point. */
function cornersOf(points: readonly XY[]): XY[] {
  return points.flatMap((point, index) => {
    const before = points[index - 1];
    return before ? [{ x: point.x, y: before.y }, point] : [point];
  });
}
