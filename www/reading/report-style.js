// How a report looks. The site has the colours, and a page by itself brings them along.

export const COLOURS = `
:root {
  color-scheme: light dark;
  --paper: #f5f6f9; --card: #fff; --sunken: #f0f2f6; --ink: #181b22; --soft: #555d6d; --line: #dde1e9; --accent: #3f4fd8;
  --success: #12713a; --redirection: #6a45b8; --client-error: #985000; --server-error: #b3261e; --unknown: #555d6d;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #0f1217; --card: #171b22; --sunken: #1f242d; --ink: #e7eaf0; --soft: #9ba4b4; --line: #2b323d; --accent: #98a4ff;
    --success: #57cf8b; --redirection: #bda5ff; --client-error: #f2b063; --server-error: #ff8f85; --unknown: #9ba4b4;
  }
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 60rem; padding: 1.5rem clamp(1rem, 4vw, 2.5rem); background: var(--paper); color: var(--ink); font: 1rem/1.6 system-ui, sans-serif; overflow-wrap: anywhere; }
h1, h2, h3, p, ul, ol, pre { margin: 0; }
h1 { font-size: 1.75rem; line-height: 1.2; } h2 { font-size: 1.25rem; } h3 { font-size: 1.0625rem; line-height: 1.35; }
code, pre { font-family: ui-monospace, Menlo, Consolas, monospace; font-size: 0.875em; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
@media print { body { background: none; } }
`;

export const STYLE = `
.report { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0.5rem; }
.report section { margin-top: 1.25rem; }
.report .remark, .report .route, .report .ends { color: var(--soft); }
.report .legend { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; margin: 0.5rem 0; padding: 0; list-style: none; font-size: 0.875rem; }
.report .legend li::before { content: ''; display: inline-block; width: 0.75rem; height: 0.75rem; margin-right: 0.4rem; border-radius: 2px; background: var(--hue, var(--unknown)); }
.report .legend .of-quota::before { height: 3px; margin-bottom: 0.2rem; }
.report .of-1xx, .report .of-3xx { --hue: var(--redirection); } .report .of-2xx { --hue: var(--success); }
.report .of-4xx { --hue: var(--client-error); } .report .of-5xx { --hue: var(--server-error); } .report .of-quota { --hue: var(--accent); }
.report svg { display: block; width: 100%; height: 10rem; border: 1px solid var(--line); border-radius: 6px; background: var(--card); }
.report rect { fill: var(--unknown); }
.report .bar-1xx, .report .bar-3xx { fill: var(--redirection); } .report .bar-2xx { fill: var(--success); }
.report .bar-4xx { fill: var(--client-error); } .report .bar-5xx { fill: var(--server-error); }
.report .quota { stroke: var(--accent); stroke-width: 2px; }
.report .ends { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1rem; margin-top: 0.25rem; font-size: 0.8125rem; }
.report .failures { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1rem; margin-top: 0.75rem; padding: 0; list-style: none; }
.report .failure { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0.4rem; padding: 1rem; border: 1px solid var(--line); border-radius: 10px; background: var(--card); }
.report .failure code { overflow-wrap: anywhere; }
.report meter { width: 100%; max-width: 24rem; height: 0.9rem; }
.report .failure ul { padding-left: 1.2rem; }
.report summary { cursor: pointer; padding: 0.15rem 0; }
.report .example { overflow-wrap: anywhere; }
.report pre { margin-top: 0.4rem; padding: 0.75rem; overflow-x: auto; border-radius: 8px; background: var(--sunken); white-space: pre-wrap; overflow-wrap: anywhere; }
.report .wide { overflow-x: auto; }
.report table { border-collapse: collapse; font-size: 0.875rem; font-variant-numeric: tabular-nums; }
.report th, .report td { padding: 0.15rem 0.6rem; border-bottom: 1px solid var(--line); text-align: right; white-space: nowrap; }
.report th:first-child { text-align: left; font-weight: 400; }
`;
