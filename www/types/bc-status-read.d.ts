/** What `bc-status-widget.js` loads when something is pasted. It has nothing for callers: `bc-status/read` has. */
export {};
