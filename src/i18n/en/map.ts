export const map = {
  legend: 'Legend',
  few: (ranked: string) => `too few to say (under ${ranked} reports)`,
  coarser: (count: number, text: string) =>
    count === 1
      ? 'One more report is known only for a larger area; no colour counts it.'
      : `${text} more reports are known only for a larger area; no colour counts them.`,
  schematic: 'The map is schematic: areas are drawn for orientation. They are not surveyed boundaries.',
  zoom: 'Move and zoom the map',
  zoom_in: 'Zoom in',
  zoom_out: 'Zoom out',
  failed: 'The map cannot be moved here. It and the table stay as they are.',
};
