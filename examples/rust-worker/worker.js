// What workerd calls: the module that wasm-bindgen wrote, made ready once.

import * as glue from './build/index_bg.js';
import module from './build/index_bg.wasm';

const { exports } = new WebAssembly.Instance(module, { './index_bg.js': glue });
glue.__wbg_set_wasm(exports);
exports.__wbindgen_start();

export default { fetch: glue.fetch };
