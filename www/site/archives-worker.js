/** Reads a file beside the page, so that the page can be used meanwhile. */
import { reportOn } from '../reading/report.js';
import { reportPage } from '../reading/report-page.js';
import { reportMarkdown } from '../reading/report-text.js';
import { reportTree } from '../reading/report-tree.js';
import { headline } from '../reading/report-words.js';

const TICK_MS = 100;

/**
 * Its chunks, and in `part` how much of it they are.
 * @param {File} file
 */
const chunksOf = (file) => {
  const state = { part: 0 };
  return {
    state,
    async *[Symbol.asyncIterator]() {
      const reader = file.stream().getReader();
      let bytes = 0;
      for (;;) {
        const { value, done } = await reader.read();
        if (done) return;
        bytes += value.length;
        state.part = bytes / file.size;
        yield value;
      }
    },
  };
};

/** @param {File} file */
const read = async (file) => {
  const chunks = chunksOf(file);
  let last = performance.now();
  const report = await reportOn(chunks, () => {
    if (performance.now() - last < TICK_MS) return;
    last = performance.now();
    postMessage({ part: chunks.state.part });
  });
  if (!report.total) {
    postMessage({
      error: `There is no request in ${file.name} that was answered or failed. A HAR, records in JSON, lines of a log and what curl -i prints are read, also in gzip.`,
    });
    return;
  }
  const all = report.finish();
  postMessage({
    found: {
      report: all,
      headline: headline(all),
      notes: report.notes,
      tree: reportTree(all, 2),
      html: reportPage(all),
      markdown: reportMarkdown(all),
    },
  });
};

addEventListener('message', ({ data }) => {
  read(data).catch((error) => postMessage({ error: `The file could not be read: ${error?.message ?? error}.` }));
});
