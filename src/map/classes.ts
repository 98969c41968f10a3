/**
 * Quantile classes of a choropleth: about as many areas in each, never two classes with the same value.
 *
 * In:     the values of the areas that have enough reports to be coloured; how many classes at most
 * Out:    classes in rising order, each with the smallest and largest value that is in it
 * Source: Brewer & Pickle 2002: quantiles are read most reliably on epidemiological maps
 */
export interface MapClass {
  /** 1–5: which colour of the scale */
  readonly colour: number;
  readonly from: number;
  readonly to: number;
}

const COLOURS = 5;

export function quantileClasses(values: readonly number[], most = COLOURS): MapClass[] {
  const sorted = values.toSorted((a, b) => a - b);
  const groups: number[][] = [];
  sorted.forEach((value, index) => {
    const last = groups.at(-1);
    const wanted = Math.floor((index * Math.min(most, sorted.length)) / sorted.length);
    if (!last || (wanted >= groups.length && last.at(-1) !== value)) groups.push([value]);
    else last.push(value);
  });
  return groups.map((group, index) => ({
    colour: colourOf(index, groups.length),
    from: group[0] ?? Number.NaN,
    to: group.at(-1) ?? Number.NaN,
  }));
}

/** Fewer classes than colours are spread over the whole scale; a single one takes its middle. */
function colourOf(index: number, count: number): number {
  return count === 1 ? Math.ceil(COLOURS / 2) : 1 + Math.round((index * (COLOURS - 1)) / (count - 1));
}

export function classOf(classes: readonly MapClass[], value: number): MapClass | undefined {
  return classes.find(({ from, to }) => value >= from && value <= to);
}
