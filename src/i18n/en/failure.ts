/** The page for a failure of the site itself. */
export const failure = {
  title: 'Something went wrong on our side',
  text: 'This page cannot be shown at the moment. It is not your fault, and nothing that you reported is lost.',
  what: 'Please try again in a minute.',
  again: 'Try again',
  home: 'Go to the first page',
};
