import { BcStatusElement } from './widget.js';

/** The class, registered as `bc-status`. */
export default BcStatusElement;
