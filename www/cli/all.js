// `diagnose --all`: a whole archive or log, in groups.

import { reportOn } from '../reading/report.js';
import { reportPage } from '../reading/report-page.js';
import { reportMarkdown, reportText } from '../reading/report-text.js';
import { EXIT, Failure, misused } from './exit.js';
import { REQUEST } from './flags.js';
import { chunksOf } from './input.js';
import { painter, wrapped } from './paint.js';
import { note, passingLine, print, printJson } from './print.js';

/** @import { ArchiveReport } from 'bc-status/read' */

const TICK_MS = 100;

/** Beside a line of the timeline stand its name, and how much its highest block is. */
const BESIDE = 32;

/** @type {(file: string | undefined, values: any) => Promise<number>} */
export const reportFrom = async (file, { json, format = 'text', ...values }) => {
  for (const [name, { short }] of Object.entries(REQUEST)) {
    if (values[name] !== undefined)
      throw misused(`--${name}${short ? ` (-${short})` : ''} is for one request, and --all reads them all; leave one of them out`);
  }
  if ((file === undefined || file === '-') && process.stdin.isTTY) note('paste an archive or a log, then press ctrl-D');
  const progress = createProgress();
  const report = await reportOn(progress.counted(chunksOf(file)), progress.show).finally(progress.end);
  const { total, failed, notes } = report;
  for (const one of notes) note(one);
  if (!total) throw new Failure(`found no request in the input that was answered or failed. ${READS}`, EXIT.files);
  const found = report.finish();
  if (json) printJson(found);
  else PRINT[/** @type {keyof typeof PRINT} */ (format)](found);
  return failed ? EXIT.found : EXIT.fine;
};

const READS = '--all reads a HAR, records in JSON, log lines, and what curl -i prints, gzipped too';

const PRINT = {
  markdown: (/** @type {ArchiveReport} */ report) => print(reportMarkdown(report)),
  html: (/** @type {ArchiveReport} */ report) => print(reportPage(report)),
  text: (/** @type {ArchiveReport} */ report) => {
    const paint = painter(process.stdout);
    const columns = Math.max(10, Math.min(60, paint.width - BESIDE));
    print(reportText(report, columns), (text) => painted(text, paint, report.failed > 0));
  },
};

/** @type {(text: string, paint: any, hasFailed: boolean) => string} */
const painted = (text, paint, hasFailed) => {
  /** @type {(line: string, at: number) => string} */
  const line = (one, at) => {
    const shown = /[▁▂▃▄▅▆▇█]/.test(one) ? one : wrapped(one, paint.width);
    if (at === 0) return paint.bold((hasFailed ? paint.red : paint.green)(shown));
    if (/^\d+\. /.test(one)) return paint.bold(shown);
    const colour = /^(?:(2xx)|(4xx)|(5xx|none)|(3xx|left)) /.exec(one);
    if (colour) return paint[['green', 'yellow', 'red', 'cyan'][colour.slice(1).findIndex(Boolean)]](shown);
    return shown.replace(/`([^`]*)`/g, (code) => paint.cyan(code));
  };
  return text.split('\n').map(line).join('\n');
};

/** How far it is, where somebody looks. */
const createProgress = () => {
  let bytes = 0;
  /** @param {AsyncIterable<Uint8Array>} chunks */
  const counted = async function* (chunks) {
    for await (const chunk of chunks) {
      bytes += chunk.length;
      yield chunk;
    }
  };
  if (!process.stderr.isTTY) return { counted, show() {}, end() {} };
  const { show, clear } = passingLine(process.stderr);
  let last = performance.now();
  process.once('exit', clear);
  return {
    counted,
    /** @param {{ total: number, failed: number }} report */
    show({ total, failed }) {
      if (performance.now() - last < TICK_MS) return;
      last = performance.now();
      show(`${(bytes / 1e6).toFixed(1)} MB read, ${total} requests, ${failed} failed`);
    },
    end() {
      process.off('exit', clear);
      clear();
    },
  };
};
