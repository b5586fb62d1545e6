export { BcStatusElement } from './element.js';
export { addLanguage } from './language.js';
