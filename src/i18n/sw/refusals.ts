import type { refusals as en } from '../en/refusals.ts';

export const refusals: typeof en = {
  said: {
    400: 'Anwani hii haijaandikwa sawasawa. Hakikisha umenakili yote.',
    404: 'Hakuna chochote kwenye anwani hii.',
    405: 'Anwani hii haiwezi kutumiwa kwa njia hii.',
    413: 'Kilichotumwa ni kikubwa mno.',
    414: 'Anwani hii ni ndefu mno.',
    429: 'Maombi mengi mno kwa muda mfupi. Tafadhali subiri kidogo kisha ujaribu tena.',
    500: 'Kuna hitilafu hapa. Tafadhali jaribu tena.',
    501: 'Hii bado haijawekwa.',
    503: 'Tovuti haiwezi kufikia data yake kwa sasa. Itajaribu tena yenyewe. Tafadhali rudi baada ya dakika moja.',
  },
  home: 'Mwanzo',
};
