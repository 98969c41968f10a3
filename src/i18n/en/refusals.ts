/** What the front answers itself, before any page is made: what is the case, then what to do. Reading age 12. */
export const refusals = {
  said: {
    400: 'This address is not right. Check that the link was copied whole.',
    404: 'There is nothing at this address. Check that the link was copied whole.',
    405: 'This address cannot be used like this. Open it as a link.',
    413: 'What was sent is too large. Please send less at once.',
    414: 'This address is too long. Check that only the link was copied.',
    429: 'Too many requests in a short time. Please wait a moment and try again.',
    500: 'Something went wrong on our side. You did nothing wrong. Please try again.',
    501: 'This is not offered yet. Please look again later.',
    503: 'We cannot reach the reports right now. You did nothing wrong, and no report is lost. Please try again in a minute.',
  },
  again: 'Try again',
  home: 'Go to the first page',
};
