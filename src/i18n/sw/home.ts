import type { home as en } from '../en/home.ts';

export const home: typeof en = {
  title: 'Yaliyoripotiwa, na yaliyofanyika',
  description: (place) =>
    `Watu waliripoti nini katika ${place}, nini kilijibiwa, ilichukua muda gani, na nini bado kinasubiri.`,
  received: (count) =>
    count === 1
      ? 'Ripoti {n} iliyopokelewa tangu {from} imechapishwa hapa.'
      : 'Ripoti {n} zilizopokelewa tangu {from} zimechapishwa hapa.',
  open: (open, old) =>
    open === 0
      ? 'Hakuna iliyobaki wazi.'
      : old === open && open > 1
        ? 'Zote {n} zilizo wazi zimesubiri zaidi ya mwezi.'
        : old === 0
          ? `{n} bado ${open === 1 ? 'iko' : 'ziko'} wazi; hakuna iliyosubiri zaidi ya mwezi.`
          : `{n} bado ${open === 1 ? 'iko' : 'ziko'} wazi, na {old} kati yake ${old === 1 ? 'imesubiri' : 'zimesubiri'} zaidi ya mwezi.`,
  find_title: 'Je, uliripoti jambo?',
  find_label: 'Namba ya ripoti yako',
  find_hint: 'Herufi na tarakimu kumi, kama vile K7Q-M2F-9XH4',
  find_button: 'Ona imefikia wapi',
  where: (places) => `Hali ilivyo kwa kila ${places.toLocaleLowerCase('sw')}`,
  where_more: (places) => `Takwimu zote za kila ${places.toLocaleLowerCase('sw')}`,
  how_long: 'Inachukua muda gani',
  how_many: 'Ripoti ngapi hupokelewa',
  news: 'Mapya katika toleo hili',
  news_first: (rows) =>
    rows === 1
      ? 'Hili ndilo toleo la kwanza. Lina ripoti {rows}.'
      : 'Hili ndilo toleo la kwanza. Lina ripoti {rows}.',
  news_text:
    'Toleo la {release} linaonyesha hali ilivyokuwa {day}. Limeongeza {added} juu ya toleo lililotangulia, na kuna mabadiliko katika {changed}.',
  reports: (_count, text) => `ripoti ${text}`,
  account:
    'Kati ya ripoti {received} zilizopokelewa, {published} zimechapishwa moja moja, {merged} zimeunganishwa na nyingine, {withheld} zimezuiliwa, na {pending} zinasubiri toleo lijalo.',
  account_sensitive:
    'Kati ya ripoti {received} zilizopokelewa, {published} zimechapishwa moja moja, {merged} zimeunganishwa na nyingine, karibu {sensitive} ni nyeti kiasi kwamba huhesabiwa tu, {withheld} zimezuiliwa, na {pending} zinasubiri toleo lijalo.',
  account_few:
    'Kati ya ripoti {received} zilizopokelewa, {published} zimechapishwa moja moja, {merged} zimeunganishwa na nyingine, {withheld} zimezuiliwa, na {pending} zinasubiri toleo lijalo. Aina nyeti mno kuonyeshwa huhesabiwa tu, na pale tu zinapokuwa nyingi.',
  news_link: 'Jinsi hesabu za toleo hili zinavyojumlika',
  caption: (places, release) => `${places}, ${release}`,
};
