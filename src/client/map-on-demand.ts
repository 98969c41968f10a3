/** Loads Leaflet when someone asks to move the map; until then the drawn map costs nothing more. */
for (const figure of document.querySelectorAll<HTMLElement>('[data-map]')) {
  const button = figure.querySelector<HTMLButtonElement>('[data-map-zoom]');
  if (!button) continue;
  button.hidden = false;
  button.addEventListener('click', async () => {
    button.disabled = true;
    try {
      const { makeMovable } = await import('./map.ts');
      await makeMovable(figure);
      button.hidden = true;
    } catch {
      button.replaceWith(figure.dataset['failed'] ?? '');
    }
  });
}
