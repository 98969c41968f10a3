/**
 * The links of one report, for whoever sends them.
 *
 * In:     code, secret, the address that people see, languages of the jurisdiction
 * Out:    lines for a terminal: the link that may be shared, the one that may not, and what that means
 */
import { secretText } from '../../db/anonymise/sealed-box.ts';
import { localPath } from '../i18n/addresses.ts';

export interface LinkFacts {
  readonly code: string;
  readonly secret: Uint8Array | null;
  readonly public_url: string;
  readonly languages: readonly string[];
}

export function linkLines({ code, secret, public_url, languages }: LinkFacts): string[] {
  const address = (language: string) => public_url + localPath(language, `/i/${code}`, languages);
  const own = secret === null ? '' : `#k=${secretText(secret)}`;
  return [
    'Public link, which anybody may share:',
    ...languages.map((language) => `  ${language}  ${address(language)}`),
    'Private link, for the reporter alone:',
    ...languages.map((language) => `  ${language}  ${address(language)}${own}`),
    'Send the private link to the person who reported, in a message to that person. Never put it in a group: everyone there',
    'would see the exact times and place, and could say in that person’s name whether the problem is solved.',
    ...(public_url.startsWith('http://') && !/\/\/(localhost|127\.)/.test(public_url)
      ? [
          'Browsers open private links on https pages only. Set PUBLIC_URL to the https address of the portal.',
        ]
      : []),
  ];
}
