/** By which bc-status-read.js knows that it is the widget's worker. */
export const NAME = 'bc-status-read';
