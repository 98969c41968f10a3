/**
 * Invented texts of the demonstration, per service. `{place}` stands for a place in the language of the text.
 * A summary is worded by staff: it never repeats the sender's own words and names nobody.
 */
export type Tongue = 'en' | 'sw';

export interface ServiceTexts {
  /** what people send, as people write: English, Swahili, and both in one breath */
  readonly messages: {
    readonly en: readonly string[];
    readonly sw: readonly string[];
    readonly mixed: readonly string[];
  };
  /** empty for services about which nothing is ever said in public */
  readonly summaries: { readonly en: readonly string[]; readonly sw: readonly string[] };
  /** what the office says when it is done */
  readonly resolved: { readonly en: readonly string[]; readonly sw: readonly string[] };
}

export type GroupTexts = Readonly<Record<string, ServiceTexts>>;
