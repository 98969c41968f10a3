import { reporterSays } from './reporter-says.ts';

export const confirmed = reporterSays('confirmed', {
  title: { en: 'Resolution confirmed by the reporter', sw: 'Utatuzi uliothibitishwa na aliyeripoti' },
  description: {
    en: 'Share of the resolved reports whose reporter says that they are resolved.',
    sw: 'Sehemu ya ripoti zilizotatuliwa ambazo aliyeripoti anasema zimetatuliwa.',
  },
});
