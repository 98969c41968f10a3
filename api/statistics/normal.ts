/** 97.5th percentile of the normal distribution: so many standard errors to either side are a 95 % interval. */
export const Z_95 = 1.959963984540054;
