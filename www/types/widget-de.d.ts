import type { WidgetLanguage } from './widget.js';

/** German. */
declare const de: WidgetLanguage;
export default de;
