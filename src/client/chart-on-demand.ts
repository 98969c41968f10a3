/**
 * Draws a chart when it comes near the view, or when asked for where the reader saves data. Chart.js is
 * loaded by the first of them.
 */
const savesData = 'connection' in navigator && Reflect.get(Object(navigator.connection), 'saveData') === true;
const near = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries)
      if (isIntersecting && target instanceof HTMLElement) void draw(target);
  },
  { rootMargin: '25% 0%' },
);

for (const figure of document.querySelectorAll<HTMLElement>('[data-chart]')) {
  const button = figure.querySelector<HTMLButtonElement>('[data-chart-draw]');
  if (!savesData || !button) near.observe(figure);
  else {
    button.hidden = false;
    button.addEventListener('click', () => void draw(figure));
  }
}

// A paper has no summary to tap: the tables are printed with the charts.
addEventListener('beforeprint', () => {
  for (const details of document.querySelectorAll<HTMLDetailsElement>('.chart details')) details.open = true;
});

async function draw(figure: HTMLElement): Promise<void> {
  near.unobserve(figure);
  figure.querySelector('[data-chart-draw]')?.remove();
  try {
    const { drawChart } = await import('./chart.ts');
    drawChart(figure);
    figure.classList.add('chart-drawn');
  } catch {
    figure.classList.add('chart-failed');
    figure.querySelector('.chart-frame')?.replaceChildren(figure.dataset['failed'] ?? '');
  }
}
