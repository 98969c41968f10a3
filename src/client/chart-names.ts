/**
 * Writes each series' name at its line instead of a legend, so that the eye need not travel.
 *
 * In:     the chart's data and the colour of each role
 * Out:    a Chart.js plugin; with a single series nothing is written, the title names it
 * Method: a name stands where its line is farthest from the others, on the side that is free
 */
import type { Chart, Plugin } from 'chart.js';
import type { TableData } from './chart-table.ts';

interface NameInk {
  readonly paper: string;
  readonly series: (role: string) => string;
  readonly font: string;
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly above: boolean;
}

export function seriesNames(data: TableData, ink: NameInk): Plugin {
  return {
    id: 'series-names',
    afterDatasetsDraw(chart) {
      if (data.series.length < 2) return;
      const { ctx, chartArea } = chart;
      ctx.save();
      ctx.font = `bold 13px ${ink.font}`;
      ctx.textBaseline = 'middle';
      ctx.lineWidth = 5;
      ctx.lineJoin = 'round';
      ctx.strokeStyle = ink.paper;
      for (const { label, role } of data.series) {
        const width = ctx.measureText(label).width;
        const place = freePlace(chart, label, data, width);
        if (!place) continue;
        // an upper line rises from the left: its name stands left above it; a lower one's right below
        const wanted = place.above ? place.x - width - 8 : place.x + 8;
        const x = Math.min(Math.max(wanted, chartArea.left + 4), chartArea.right - width);
        const y = place.above ? place.y - 12 : place.y + 14;
        ctx.strokeText(label, x, y);
        ctx.fillStyle = ink.series(role);
        ctx.fillText(label, x, y);
      }
      ctx.restore();
    },
  };
}

function freePlace(chart: Chart, label: string, data: TableData, width: number): Place | null {
  const { left, right } = chart.chartArea;
  const points = (name: string) => {
    const index = chart.data.datasets.findIndex((dataset) => dataset.label === name);
    return index < 0 ? [] : chart.getDatasetMeta(index).data;
  };
  const own = points(label);
  const others = data.series.filter((series) => series.label !== label).map((series) => points(series.label));
  let best: (Place & { distance: number }) | null = null;
  own.forEach((point, index) => {
    // the ends have no room beside them
    if (own.length > 2 && (index === 0 || index === own.length - 1)) return;
    const gaps = others.flatMap((other) => (other[index] ? [other[index].y - point.y] : []));
    const above = gaps.every((gap) => gap >= 0);
    const fits = above ? point.x - width - 8 >= left : point.x + width + 8 <= right;
    // a place where the name fits beats any where it does not
    const distance = Math.min(...gaps.map(Math.abs)) + (fits ? 1000 : 0);
    if (Number.isFinite(point.y) && (!best || distance > best.distance))
      best = { x: point.x, y: point.y, above, distance };
  });
  return best;
}
