/**
 * Point of the standard normal distribution that leaves 2.5 % above it: every interval here is one of 95 %. It stands as a constant because the
 * library's `probit` differs from it in the third digit.
 */
export const normalPoint = 1.959963984540054;
