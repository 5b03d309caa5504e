/**
 * Months after which a question that nobody has answered ends, and with it what was sent under its ticket: data of a person who cannot be told are
 * kept for a purpose that they do not serve (§ 47 No. 5 BDSG as model, Art. 5 (1) (e) GDPR). The length is our reading.
 */
export const unansweredMonthsMax = 6;
