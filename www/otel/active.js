// The context of OpenTelemetry, as its API has it for all copies of itself: which span is active, and
// which is to be. Where there is no API, or nobody keeps contexts, spans are children of their calls all the same.

/** @typedef {{ getValue(key: symbol): any, setValue(key: symbol, value: any): Context, deleteValue(key: symbol): Context }} Context */

const API = Symbol.for('opentelemetry.js.api.1');
const SPAN = Symbol.for('OpenTelemetry Context Key SPAN');

/** @type {(values: Map<symbol, any>) => Context} */
const contextOf = (values) => ({
  getValue: (key) => values.get(key),
  setValue: (key, value) => contextOf(new Map(values).set(key, value)),
  deleteValue: (key) => contextOf(new Map([...values].filter(([name]) => name !== key))),
});

const EMPTY = contextOf(new Map());

const manager = () => /** @type {any} */ (globalThis)[API]?.context;

/** @type {() => Context} */
export const activeContext = () => manager()?.active() ?? EMPTY;

/** @type {(context: Context, span: unknown) => Context} */
export const withSpan = (context, span) => (span ? context.setValue(SPAN, span) : context);

/** @type {<T>(context: Context, work: () => T) => T} */
export const runIn = (context, work) => {
  const keeper = manager();
  return keeper ? keeper.with(context, work) : work();
};
