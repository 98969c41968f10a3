/** The page for a failure of the site itself. Reading age 12. */
export const failure = {
  title: 'Something went wrong on our side',
  text: 'We cannot show this page now. You did nothing wrong. What you reported is not lost.',
  what: 'Please try again in a minute.',
  again: 'Try again',
  home: 'Go to the first page',
};
