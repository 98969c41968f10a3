import type { find as en } from '../en/find.ts';

export const find: typeof en = {
  title: 'Tafuta ripoti',
  description: 'Andika namba ya ripoti, au bandika kiungo chake, uone imefikia wapi.',
  lead: 'Andika namba uliyopewa uliporipoti. Au bandika kiungo, au ujumbe wote.',
  label: 'Namba au kiungo',
  hint: 'Kwa mfano K7Q-M2F-9XH4. Herufi ndogo pia ni sawa, kwa vistari au bila vistari.',
  search: 'Itafute',
  nothing_found: 'Hakuna namba ya ripoti katika ulichoandika',
  nothing_found_help:
    'Namba ya ripoti ina herufi na tarakimu kumi, kwa mfano K7Q-M2F-9XH4. Itafute katika ujumbe uliotumiwa uliporipoti. Iko pia mwishoni mwa kiungo.',
  no_key: 'Hiki ni kiungo chako cha siri. Usikitume: kiguse kwenye ujumbe wako. Au andika namba pekee hapa.',
  private_title: 'Kiungo chako cha siri kiwe chako peke yako',
  private_text:
    'Umebandika kiungo chako cha siri. Sehemu yake ya siri imetupwa hapa, na hakuna kilichohifadhiwa. Ili kuona ukurasa wako wa siri, gusa kiungo kwenye ujumbe wako.',
  private_public: 'Ona ukurasa ambao kila mtu anaweza kuuona',
  no_code: 'Huna namba?',
  no_code_text:
    'Unaweza kupitia ripoti za eneo lako. Zinaonyesha aina ya tatizo na lilipofika. Kamwe hazionyeshi aliyeripoti.',
  browse: 'Pitia ripoti zote',
  ask: 'Omba namba yako kwa WhatsApp',
  ask_text: 'Niliripoti tatizo na ninahitaji namba yake.',
  ask_help_text: (code) => `Nina swali kuhusu ripoti ${code}.`,
};
