import type { WidgetLanguage } from './widget.js';

/** French. */
declare const fr: WidgetLanguage;
export default fr;
