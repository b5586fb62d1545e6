/** `<bc-status>` in JSX of React 19: `import type {} from 'bc-status/widget/react'`. */

import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { BcStatusElement, BcStatusEventMap, BcStatusProperties } from './widget.js';

/** React listens to an event of a custom element by its name behind `on`. */
type Listeners = {
  [Name in keyof BcStatusEventMap as `on${Name}`]?: (event: BcStatusEventMap[Name]) => void;
};

type HostProps = DetailedHTMLProps<HTMLAttributes<BcStatusElement>, BcStatusElement>;

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'bc-status': Omit<HostProps, keyof BcStatusProperties> & BcStatusProperties & Listeners;
    }
  }
}
