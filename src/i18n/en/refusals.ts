/** What the front answers itself, before any page is made: one sentence per status of HTTP. */
export const refusals = {
  said: {
    400: 'This address is not written correctly. Check that it was copied whole.',
    404: 'There is nothing at this address.',
    405: 'This address cannot be used in this way.',
    413: 'What was sent is too large.',
    414: 'This address is too long.',
    429: 'Too many requests in a short time. Please wait a moment and try again.',
    500: 'Something went wrong here. Please try again.',
    501: 'This is not offered yet.',
    503: 'The portal cannot reach its data at the moment. It tries again by itself: please come back in a minute.',
  },
  home: 'Home',
};
