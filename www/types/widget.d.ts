/**
 * `<bc-status>`: what a BigCommerce status code means, all of them in a table, or what is
 * wrong with a pasted answer. `bc-status/widget/define` registers it.
 */

import type { Diagnosis, RetryAdvice, Status, StatusClass } from './index.js';

/** What is shown. */
export type WidgetMode =
  /** One code; needs `code`. */
  | 'card'
  /** All codes, with search and filters. */
  | 'table'
  /** What is wrong with a pasted answer, or one that is filled in. */
  | 'troubleshoot';

/** Order of the table; with `-`, descending. */
export type WidgetSort = 'code' | '-code' | 'name' | '-name' | 'retry' | '-retry';

/** The element's attributes as properties; each is reflected. */
export interface BcStatusProperties {
  /** The code to show as a card; without it, the table. */
  code?: number | string | null;
  /** By default `card` with a code, and `table` without. */
  mode?: WidgetMode | null;
  /** The search text of the table. */
  query?: string | null;
  /** Classes that the table shows, separated by spaces, such as `client-error server-error`. */
  only?: string | null;
  /** Rows that the table shows, by whether a request can be sent again. */
  retry?: RetryAdvice | null;
  /**
   * Order of the table.
   *
   * @default 'code'
   */
  sort?: WidgetSort | null;
  /** The code whose row is open. */
  selected?: number | null;
  /**
   * What comes before a code in the fragment of its link: `#bc-status-429`.
   *
   * @default 'bc-status-'
   */
  anchor?: string | null;
  /**
   * Level of the first heading, so that it fits into the page's outline.
   *
   * @default 3
   */
  headingLevel?: number | null;
  /** Colours; without it they follow the page's `color-scheme`. */
  theme?: 'light' | 'dark' | null;
  /** Address of `bc-status-read.js`, which reads pasted texts, if it is not next to `bc-status-widget.js`; bundled modules need none. */
  reader?: string | null;
  /** Texts that replace those of the element's language. */
  strings?: WidgetWords | null;
}

/** The detail of `bc-status-select`. */
export interface BcStatusSelectDetail {
  /** The code of the row. */
  readonly code: number;
  /** What it means. */
  readonly status: Status;
}

/** The detail of `bc-status-diagnosed`. */
export interface BcStatusDiagnosedDetail {
  /** The diagnosis, with secrets masked. */
  readonly diagnosis: Diagnosis;
}

/** The events of the element. */
export interface BcStatusEventMap {
  /** A row of the table was opened. */
  'bc-status-select': CustomEvent<BcStatusSelectDetail>;
  /** An answer was read, in the mode `troubleshoot`. */
  'bc-status-diagnosed': CustomEvent<BcStatusDiagnosedDetail>;
}

/**
 * The element. The content between its tags is shown if the page runs no JavaScript or
 * blocks WebAssembly: put the output of `render(code, 'html')` there.
 *
 * @example
 * <bc-status code="429"></bc-status>
 */
export class BcStatusElement extends HTMLElement implements BcStatusProperties {
  /** The code to show as a card; without it, the table. */
  code?: number | string | null;
  /** By default `card` with a code, and `table` without. */
  mode?: WidgetMode | null;
  /** The search text of the table. */
  query?: string | null;
  /** Classes that the table shows, separated by spaces. */
  only?: string | null;
  /** Rows that the table shows, by whether a request can be sent again. */
  retry?: RetryAdvice | null;
  /** Order of the table. */
  sort?: WidgetSort | null;
  /** The code whose row is open. */
  selected?: number | null;
  /** What comes before a code in the fragment of its link. */
  anchor?: string | null;
  /** Level of the first heading. */
  headingLevel?: number | null;
  /** Colours; without it they follow `prefers-color-scheme`. */
  theme?: 'light' | 'dark' | null;
  /** Address of `bc-status-read.js`. */
  reader?: string | null;
  /** Texts that replace those of the element's language. */
  strings?: WidgetWords | null;

  /** Settles when everything that was set is shown, and everything that was pasted is read. */
  readonly updateComplete: Promise<boolean>;

  /** See {@link addLanguage}; here too, for pages that load the one file. */
  static addLanguage: typeof addLanguage;

  /** Registers the class, as `bc-status` by default, unless the name is taken, and returns it. */
  static define(name?: string, registry?: CustomElementRegistry): typeof BcStatusElement;

  /** Listens to the element's own events, and those of every element. */
  addEventListener<K extends keyof BcStatusEventMap>(
    type: K,
    listener: (this: BcStatusElement, event: BcStatusEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener<K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (this: BcStatusElement, event: HTMLElementEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
}

/**
 * Adds a language, or replaces texts of one. Elements with that `lang` change at once.
 *
 * @throws {TypeError} if the set has no tag
 *
 * @example
 * import { addLanguage } from 'bc-status/widget';
 * import de from 'bc-status/widget/de';
 *
 * addLanguage(de);
 */
export function addLanguage(set: WidgetLanguage): void;

/** The texts of a language. Those that it leaves out are in English. */
export interface WidgetLanguage {
  /** Its tag: `de` is for `de-AT` too, unless that has a set of its own. */
  readonly lang: string;
  /** The element's own texts. */
  readonly ui?: WidgetWords;
  /** Texts of codes and findings, as `bc-status/widget/de` has it; its form may change. */
  readonly [knowledge: string]: unknown;
}

/** Texts that replace others; each may be left out. */
export type WidgetWords = {
  readonly [Name in keyof WidgetStrings]?: WidgetStrings[Name] extends string ? string : Partial<WidgetStrings[Name]>;
};

/** The element's own texts; `{…}` is a gap that is filled. The English ones are in the package, in `dist/widget/english.js`. */
export interface WidgetStrings {
  readonly noName: string;
  readonly notStatus: string;
  readonly documented: string;
  readonly undocumented: string;
  readonly classes: Readonly<Record<StatusClass, string>>;
  readonly causes: string;
  readonly solutions: string;
  readonly links: string;
  readonly retries: string;
  readonly method: string;
  readonly interactive: string;
  readonly background: string;
  readonly again: string;
  readonly later: string;
  readonly never: string;
  readonly notNeeded: string;
  readonly table: string;
  readonly search: string;
  readonly searchHint: string;
  readonly onlyClass: string;
  readonly onlyRetry: string;
  readonly any: string;
  readonly advice: Readonly<Record<RetryAdvice, string>>;
  readonly count: string;
  readonly none: string;
  readonly noneKnown: string;
  readonly reset: string;
  readonly code: string;
  readonly name: string;
  readonly meaning: string;
  readonly paste: string;
  readonly pasteHint: string;
  readonly example: string;
  readonly chooseExample: string;
  readonly examples: Readonly<
    Record<
      'route' | 'token' | 'quota' | 'spam' | 'fields' | 'order' | 'client' | 'log' | 'console' | 'unsent' | 'runner' | 'question',
      string
    >
  >;
  readonly fields: string;
  readonly fieldMethod: string;
  readonly fieldUrl: string;
  readonly fieldStatus: string;
  readonly fieldFailure: string;
  readonly noFailure: string;
  readonly failures: Readonly<Record<'network' | 'timeout' | 'aborted', string>>;
  readonly fieldRequestHeaders: string;
  readonly fieldHeaders: string;
  readonly fieldBody: string;
  readonly entry: string;
  readonly clear: string;
  readonly copy: string;
  readonly copied: string;
  readonly copyFailed: string;
  readonly kinds: Readonly<
    Record<'answer' | 'verbose' | 'har' | 'exchange' | 'body' | 'curl' | 'fetch' | 'request' | 'log' | 'unknown', string>
  >;
  readonly reading: string;
  readonly long: string;
  readonly noReader: string;
  readonly unreadable: string;
  readonly wrongHeader: string;
  readonly wrongStatus: string;
  readonly findings: string;
  readonly noFindings: string;
  readonly noAnswer: string;
  readonly unanswered: string;
  readonly noneInRequest: string;
  readonly confidence: Readonly<Record<'certain' | 'likely' | 'possible', string>>;
  readonly readMore: string;
  readonly retry: string;
  readonly retryYes: string;
  readonly retryNow: string;
  readonly retryAtOnce: string;
  readonly retryLater: string;
  readonly retryLaterNow: string;
  readonly retryNo: string;
  readonly retryPart: string;
  readonly mayHaveRun: string;
  readonly requestId: string;
  readonly complaints: string;
  readonly more: string;
  readonly noWasm: string;
  readonly notLoaded: string;
  readonly decimal: string;
}

declare global {
  interface HTMLElementTagNameMap {
    'bc-status': BcStatusElement;
  }
}
