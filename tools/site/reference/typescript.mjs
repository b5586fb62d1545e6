// The compiler, by require: an import would first look through its nine megabytes for what they export.

import { createRequire } from 'node:module';

export const typescript = createRequire(import.meta.url)('typescript');
