// What the widget takes of Lit. The build bundles it here, so that who installs the package
// installs nothing else.

import { noChange } from 'lit';
import { Directive, directive } from 'lit/directive.js';
import { setCommittedValue } from 'lit/directive-helpers.js';

export { LitElement, html, nothing, unsafeCSS } from 'lit';

/** Sets a property where it is another, whoever has set it; Lit's own is for attributes too. */
export const live = directive(
  class extends Directive {
    /** @param {unknown} value */
    render(value) {
      return value;
    }

    /**
     * @param {any} part
     * @param {[value: unknown]} values
     */
    update(part, [value]) {
      if (part.element[part.name] === value) return noChange;
      setCommittedValue(part);
      return value;
    }
  },
);
