/** The element in one file, with cards and the table alone: the mode `troubleshoot` is not in it. */
export { default } from './widget-define.js';
