/**
 * A fetch seen in one's own telemetry: spans and metrics for OpenTelemetry, and events for those who have none.
 * Its API is no dependency: a tracer and a meter are known by what they can do.
 */

import type { FetchOptions } from './index.js';

/** What is used of a tracer of `@opentelemetry/api`. */
export interface Tracer {
  startSpan(name: string, options?: any, context?: any): Span;
}

/** What is used of its spans. */
export interface Span {
  setAttribute(key: string, value: any): unknown;
  setStatus(status: any): unknown;
  addEvent(name: string, attributes?: any, time?: any): unknown;
  end(time?: any): void;
}

/** What is used of a meter of `@opentelemetry/api`. */
export interface Meter {
  createCounter(name: string, options?: any): { add(value: number, attributes?: any): void };
  createHistogram(name: string, options?: any): { record(value: number, attributes?: any): void };
  createObservableGauge(name: string, options?: any): { addCallback(callback: (result: any) => void): void };
}

export interface Telemetry {
  /** For spans, such as `trace.getTracer('my-app')`. None by default. */
  readonly tracer?: Tracer | null;
  /** For metrics, such as `metrics.getMeter('my-app')`. None by default. */
  readonly meter?: Meter | null;
  /**
   * Whether spans and metrics name stores: as `bc_status.store`, in `url.full` and in `server.address`. Else `{store_hash}`
   * stands there, and stores of one host count as one. `false` by default.
   */
  readonly storeHash?: boolean | null;
}

/**
 * Options for {@link createFetch}, or `createHandler`, whose calls are seen in telemetry. Hooks among them stay as they are.
 *
 * A call is an internal span, a child of the one that is active, and each attempt a client span below it, by
 * OpenTelemetry's conventions for HTTP: `error.type` is the id of the most probable finding, `url.template` the route as
 * BigCommerce's documentation has it, `http.request.resend_count` counts repeats and redirects that are followed here. Of a
 * failure up to 64 KB of the body are read, from a clone, for 500 ms at most. Secrets are in none of it.
 *
 * Metrics: `bc_status.quota.left`, `bc_status.quota.limit`, `bc_status.wait.duration`, `bc_status.refusals`,
 * `bc_status.retries`, and with a pacer `bc_status.circuit`, `bc_status.queue`, `bc_status.in_flight`.
 *
 * Where there is Node's `diagnostics_channel`, the channels `bc-status:call:start`, `bc-status:call:end`,
 * `bc-status:attempt:start`, `bc-status:attempt:end` and `bc-status:retry` tell the same, also without a tracer.
 *
 * @throws {TypeError} if an option is unknown or has the wrong type, or the options are instrumented already
 *
 * @example
 * const bc = createFetch(instrument({ pace: true }, { tracer: trace.getTracer('shop'), meter: metrics.getMeter('shop') }));
 */
export function instrument<Options extends object = FetchOptions>(
  options?: (Options & FetchOptions) | null,
  telemetry?: Telemetry | null,
): Options;

/** What the channels of `diagnostics_channel` are told of a call: the same object each time. */
export interface CallTold {
  /** A number of its own in this process. */
  id: number;
  method: string;
  /** With secrets masked, and the store's hash unless it is asked for. */
  url: string;
  /** The route, where BigCommerce's documentation has it. */
  template: string | null;
}

/** The messages of the channels, by their names. */
export interface ChannelMessages {
  'bc-status:call:start': { call: CallTold };
  /** How long this attempt has waited, for the quota or as its repeat was decided. */
  'bc-status:attempt:start': { call: CallTold; attempt: number; url: string; waitedMs: number };
  'bc-status:attempt:end': {
    call: CallTold;
    attempt: number;
    url: string;
    waitedMs: number;
    status: number | null;
    /** As `error.type` of a span; `null` for a success. */
    error: string | null;
    durationMs: number;
  };
  /** Told when a repeat is decided, before its wait: which attempt has failed, and after how long there is another. */
  'bc-status:retry': { call: CallTold; attempt: number; rule: string; delayMs: number };
  'bc-status:call:end': { call: CallTold; status: number | null; error: string | null; attempts: number; durationMs: number };
}
