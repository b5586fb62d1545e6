/** `<bc-status>` in templates of Vue 3: `import type {} from 'bc-status/widget/vue'`. */

import type { HTMLAttributes, PublicProps } from 'vue';
import type { BcStatusElement, BcStatusEventMap, BcStatusProperties } from './widget.js';

/** Vue listens to `@bc-status-select` by a member `onBcStatusSelect`. */
interface Listeners {
  readonly onBcStatusSelect?: (event: BcStatusEventMap['bc-status-select']) => void;
  readonly onBcStatusDiagnosed?: (event: BcStatusEventMap['bc-status-diagnosed']) => void;
}

declare module 'vue' {
  interface GlobalComponents {
    'bc-status': new () => BcStatusElement & {
      readonly $props: Omit<HTMLAttributes, keyof BcStatusProperties> & BcStatusProperties & Listeners & PublicProps;
    };
  }
}
