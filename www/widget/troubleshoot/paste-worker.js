// The worker of the modules.

import { serve } from './serve.js';

serve();
