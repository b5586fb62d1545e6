/** As Cloudflare's bundlers and Vercel's have it. */
declare module '*.wasm?module' {
  const module: WebAssembly.Module;
  export default module;
}
