// What the widget takes of Lit. The build bundles it here, so that who installs the package
// installs nothing else.

export { LitElement, html, nothing, unsafeCSS } from 'lit';
export { live } from 'lit/directives/live.js';
