/** The statuses that each is told to repeat, where it does not know them. */
export const RETRIED = [429, 500, 502, 503, 504];
