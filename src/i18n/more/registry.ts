/** Languages that the site speaks beside English and Swahili: one file each in this folder, and a line here. */
import type { FurtherLanguage } from '../language.ts';

export const FURTHER_LANGUAGES: readonly FurtherLanguage[] = [];
