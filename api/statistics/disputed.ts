import { reporterSays } from './reporter-says.ts';

export const disputed = reporterSays('disputed', {
  title: { en: 'Resolution disputed by the reporter', sw: 'Utatuzi unaopingwa na aliyeripoti' },
  description: {
    en: 'Share of the resolved reports whose reporter says that they are not resolved.',
    sw: 'Sehemu ya ripoti zilizotatuliwa ambazo aliyeripoti anasema hazijatatuliwa.',
  },
});
