/** The element in one file, registered where it is loaded. */
export { default } from './widget-define.js';
