/**
 * The drawn map made movable: Leaflet moves and zooms the very picture that the server drew, so that its
 * links, names, classes and keyboard order stay, and nothing is fetched but Leaflet. No tiles: no other
 * server is told who looks at what.
 *
 * In:     the map's figure, with the bounds of the picture in `data-bounds`: [[south, west], [north, east]]
 * Out:    a Leaflet map in the place and size of the picture
 */
import L from 'leaflet';
// By their addresses: imported as styles they would be loaded with every page that has a map.
import leafletStyles from 'leaflet/dist/leaflet.css?url';
import zoomStyles from '../styles/map-zoom.css?url';

type Corner = readonly [number, number];

export async function makeMovable(figure: HTMLElement): Promise<L.Map | null> {
  const frame = figure.querySelector<HTMLElement>('.map-frame');
  const picture = frame?.querySelector('svg');
  const corners = readCorners(figure.dataset['bounds']);
  if (!frame || !picture || !corners) return null;
  await Promise.all([leafletStyles, zoomStyles].map(loadStyle));

  // Leaflet needs a frame with a size of its own: the one that the picture has just now.
  const { viewBox } = picture;
  frame.style.aspectRatio = `${viewBox.baseVal.width} / ${viewBox.baseVal.height}`;
  picture.setAttribute('preserveAspectRatio', 'none');
  const bounds = L.latLngBounds([...corners[0]], [...corners[1]]);
  const map = L.map(frame, {
    attributionControl: false,
    zoomControl: false,
    zoomSnap: 0,
    zoomDelta: 0.5,
    maxBoundsViscosity: 1,
    // one finger scrolls the page; two move the map
    dragging: !L.Browser.mobile,
    scrollWheelZoom: false,
  });
  const { zoomIn = '+', zoomOut = '−' } = figure.dataset;
  L.control.zoom({ position: 'topright', zoomInTitle: zoomIn, zoomOutTitle: zoomOut }).addTo(map);
  map.fitBounds(bounds, { animate: false, padding: [0, 0] });
  map.setMinZoom(map.getZoom()).setMaxZoom(map.getZoom() + 3);
  map.setMaxBounds(bounds);
  L.svgOverlay(picture, bounds, { interactive: true }).addTo(map);
  keepLinksWhileDragging(map, picture);
  const whole = map.getZoom();
  const names = picture.querySelector('[data-map-labels]');
  const size = Number(names?.getAttribute('font-size'));
  map.on('zoomend', () => {
    // names keep their size; those that were crowded out have room now
    const zoom = 2 ** (map.getZoom() - whole);
    names?.setAttribute('font-size', String(size / zoom));
    names?.setAttribute('stroke-width', String(size / zoom / 4));
    frame.classList.toggle('map-zoomed', zoom > 1.4);
    map.dragging.enable();
  });
  return map;
}

function loadStyle(address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = address;
    link.onload = () => resolve();
    link.onerror = () => reject(new Error('the styles of the map did not come'));
    document.head.append(link);
  });
}

/** A drag that ends on a link is no wish to follow it. */
function keepLinksWhileDragging(map: L.Map, picture: SVGElement): void {
  let dragged = false;
  map.on('dragstart', () => {
    dragged = true;
  });
  picture.addEventListener('pointerdown', () => {
    dragged = false;
  });
  picture.addEventListener('dragstart', (event) => event.preventDefault());
  picture.addEventListener('click', (event) => {
    if (dragged) event.preventDefault();
  });
  // A link that the keyboard reaches outside the view is brought into it.
  picture.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof SVGElement)) return;
    const link = target.getBoundingClientRect();
    const view = map.getContainer().getBoundingClientRect();
    const x = link.left + link.width / 2 - view.left;
    const y = link.top + link.height / 2 - view.top;
    if (x > 0 && x < view.width && y > 0 && y < view.height) return;
    map.panTo(map.containerPointToLatLng([x, y]));
  });
}

function readCorners(text: string | undefined): readonly [Corner, Corner] | null {
  const numbers = (text ?? '').match(/-?[\d.]+(e-?\d+)?/g)?.map(Number) ?? [];
  const [south, west, north, east] = numbers;
  if (south === undefined || west === undefined || north === undefined || east === undefined) return null;
  return [
    [south, west],
    [north, east],
  ];
}
