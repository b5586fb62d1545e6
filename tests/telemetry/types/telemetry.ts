// What OpenTelemetry's API has fits, and what comes back fits what takes it.

import { metrics, trace } from '@opentelemetry/api';
import { createFetch, createPacer, type FetchOptions } from 'bc-status';
import { instrument, type ChannelMessages, type Telemetry } from 'bc-status/otel';
import { createHandler } from 'bc-status/worker';

const telemetry: Telemetry = { tracer: trace.getTracer('types'), meter: metrics.getMeter('types'), storeHash: true };
const options: FetchOptions = instrument({ pace: createPacer(), retry: { profile: 'background' } }, telemetry);
export const bc = createFetch(options);
export const plain = createFetch(instrument());
export const worker = createHandler(instrument({ storeHash: 'STORE_HASH', token: 'BC_TOKEN', allow: ['GET /v3/carts'] }, telemetry));

type Ended = ChannelMessages['bc-status:attempt:end'];
export const failed = ({ status, error, call }: Ended): string => `${call.method} ${status?.toFixed()} ${error?.toUpperCase()}`;

// @ts-expect-error: a provider is no tracer
instrument({}, { tracer: trace.getTracerProvider() });
// @ts-expect-error: a misspelt one
instrument({}, { meters: metrics.getMeter('types') });
