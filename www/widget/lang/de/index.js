// German.

import { advice } from './advice.js';
import { findings } from './findings/index.js';
import { links } from './links.js';
import * as phrases from './phrases.js';
import { reasons } from './reasons.js';
import { render } from './render.js';
import { statuses } from './statuses.js';
import { ui } from './ui.js';

export default { lang: 'de', ui, statuses, links, advice, reasons, findings, phrases, render };
