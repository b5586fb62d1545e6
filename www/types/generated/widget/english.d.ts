/** The words of the element, from src/words/en.txt. */
export const ENGLISH: import('bc-status/widget').WidgetStrings;
