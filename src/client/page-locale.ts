/** The locale in which the page writes numbers and dates: its language's, or a near one that browsers know. */
export function pageLocale(): string {
  const { lang, dataset } = document.documentElement;
  return dataset['locale'] ?? lang;
}
