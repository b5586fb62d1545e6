// German.

import { ui } from './ui.js';

export default { lang: 'de', ui };
