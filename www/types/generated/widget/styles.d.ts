export const styles: import('lit').CSSResult;
