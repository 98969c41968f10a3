/**
 * Every kind of personal data that a public text is searched for. A new kind is one file and one line here, and
 * a higher version: texts that passed before are then looked at again.
 */
import { coordinates } from './coordinates.ts';
import { email } from './email.ts';
import { identity } from './identity.ts';
import { name } from './name.ts';
import { payment } from './payment.ts';
import { plate } from './plate.ts';
import { quotation } from './quotation.ts';
import { sixDigits } from './six-digits.ts';
import { telephone } from './telephone.ts';
import { title } from './title.ts';
import type { Detector } from './types.ts';
import { url } from './url.ts';

export const DETECTOR_VERSION = '1';

/** In the order in which they are told. */
export const detectors: readonly Detector[] = [
  telephone,
  email,
  url,
  plate,
  identity,
  payment,
  coordinates,
  sixDigits,
  title,
  name,
  quotation,
];
