export const notFound = {
  title: 'This page does not exist',
  text: 'There may be a mistake in the address. Or a part of the link was lost when it was shared.',
  code: 'Looking for a report? Type its code, such as K7Q-M2F-9XH4.',
  label: 'Code of the report',
  search: 'Find it',
  home: 'Go to the first page',
};
