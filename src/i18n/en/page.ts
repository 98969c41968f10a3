/** Frame of every page: header, navigation, footer. */
export const page = {
  skip: 'Skip to the content',
  portal: 'What was reported, what was answered, what still waits',
  sections: 'Sections',
  menu: {
    find: 'Find a report',
    services: 'Kinds of report',
    requests: 'All reports',
    performance: 'Performance',
    data: 'Open data',
  },
  more: 'About this site',
  footer: {
    about: 'About',
    method: 'How figures are made',
    privacy: 'Privacy',
    releases: 'Releases',
    data: 'Data and downloads',
  },
  languages: 'Language',
  demonstration: 'Demonstration.',
  demonstration_text: 'Every report here is invented. No real person or office is described.',
  release: (label: string) => `Figures as of ${label}`,
  release_number: (number: string) => `Release ${number}`,
  no_release: 'Nothing has been released yet',
  licence: (name: string) => `Open data under ${name}`,
  contact: 'Contact',
  report_whatsapp: 'Report a problem on WhatsApp',
  empty_title: 'Nothing is published yet',
  empty_text:
    'The first release has not been made. Reports that came in are kept and will be counted in it. Please look again later.',
  empty_find: 'If you have a code, you can already see what became of your report.',
};
