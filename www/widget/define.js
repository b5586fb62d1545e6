// Registers <bc-status>.

import { BcStatusElement } from './element.js';

export default BcStatusElement.define();
