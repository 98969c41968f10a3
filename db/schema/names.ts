/** A text in each of the jurisdiction's languages, by language tag: `{ "en": "Roads", "sw": "Barabara" }`. */
export type Names = Readonly<Record<string, string>>;
