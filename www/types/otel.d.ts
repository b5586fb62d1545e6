/**
 * A fetch in your telemetry: spans and metrics for OpenTelemetry, and events of Node without it.
 * OpenTelemetry's API is not a dependency: any objects with the methods of a tracer and a meter will do.
 */

import type { FetchOptions, RetryRule } from './index.js';

/** The part of a tracer of `@opentelemetry/api` that is used. */
export interface Tracer {
  startSpan(name: string, options?: any, context?: any): Span;
}

/** The part of its spans that is used. */
export interface Span {
  setAttribute(key: string, value: any): unknown;
  setStatus(status: any): unknown;
  addEvent(name: string, attributes?: any, time?: any): unknown;
  end(time?: any): void;
}

/** The part of a meter of `@opentelemetry/api` that is used. */
export interface Meter {
  createCounter(name: string, options?: any): { add(value: number, attributes?: any): void };
  createHistogram(name: string, options?: any): { record(value: number, attributes?: any): void };
  createObservableGauge(name: string, options?: any): { addCallback(callback: (result: any) => void): void };
}

/** Where telemetry goes, and whether it names stores. */
export interface Telemetry {
  /** For spans, such as `trace.getTracer('my-app')`. None by default. */
  readonly tracer?: Tracer | null;
  /** For metrics, such as `metrics.getMeter('my-app')`. None by default. */
  readonly meter?: Meter | null;
  /**
   * Whether spans and metrics name stores: as `bc_status.store`, in `url.full` and in `server.address`. Otherwise `{store_hash}`
   * replaces the hash, and stores of one host count as one. `false` by default.
   */
  readonly storeHash?: boolean | null;
}

/**
 * Options for {@link createFetch}, or `createHandler`, whose calls appear in your telemetry. Hooks among them still run.
 *
 * A call is an internal span, a child of the active one, and each attempt a client span below it, following
 * OpenTelemetry's conventions for HTTP: `error.type` is the id of the most probable finding, `url.template` the route as
 * BigCommerce's documentation has it, `http.request.resend_count` counts repeats and redirects that are followed here. Up to
 * 64 KB of a failure's body are read, from a clone, for at most 500 ms. None of it contains secrets.
 *
 * Metrics: `bc_status.quota.left`, `bc_status.quota.limit`, `bc_status.wait.duration`, `bc_status.refusals`,
 * `bc_status.retries`, and with a pacer `bc_status.circuit`, `bc_status.queue`, `bc_status.in_flight`.
 *
 * If there is Node's `diagnostics_channel`, the channels `bc-status:call:start`, `bc-status:call:end`,
 * `bc-status:attempt:start`, `bc-status:attempt:end` and `bc-status:retry` publish the same, even without a tracer.
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

/** A call in messages of `diagnostics_channel`: the same object in all messages of a call. */
export interface CallTold {
  /** A number that is unique in this process. */
  id: number;
  /** The method of the request. */
  method: string;
  /** With secrets masked, and the store's hash unless `storeHash` is true. */
  url: string;
  /** The route, if BigCommerce's documentation has it. */
  template: string | null;
}

/** The messages of the channels, by their names. */
export interface ChannelMessages {
  /** A call begins. */
  'bc-status:call:start': { call: CallTold };
  /** An attempt is sent; `waitedMs` is how long it waited, for the quota or as its repeat was decided. */
  'bc-status:attempt:start': { call: CallTold; attempt: number; url: string; waitedMs: number };
  /** An attempt has its answer, or has failed. */
  'bc-status:attempt:end': {
    call: CallTold;
    attempt: number;
    url: string;
    /** How long the attempt waited before it was sent. */
    waitedMs: number;
    status: number | null;
    /** As `error.type` of a span; `null` for a success. */
    error: string | null;
    /** Time until the headers of the response, or the failure. */
    durationMs: number;
  };
  /** A repeat is decided, before its wait: which attempt has failed, and after how long there is another. */
  'bc-status:retry': { call: CallTold; attempt: number; rule: RetryRule; delayMs: number };
  /** A call ends; `durationMs` is its time from the start, with all waits. */
  'bc-status:call:end': { call: CallTold; status: number | null; error: string | null; attempts: number; durationMs: number };
}
