/**
 * What the other types name of the platform: as the types of the project have it, be they the
 * DOM's, Node's or a Worker's, and else no more of it than is used.
 */

interface OwnRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: OwnHeaders;
  clone(): OwnRequest;
}

interface OwnResponse {
  readonly ok: boolean;
  readonly status: number;
  readonly statusText: string;
  readonly url: string;
  readonly headers: OwnHeaders;
  readonly body: any;
  clone(): OwnResponse;
  arrayBuffer(): Promise<ArrayBuffer>;
  json(): Promise<any>;
  text(): Promise<string>;
}

interface OwnHeaders {
  get(name: string): string | null;
  has(name: string): boolean;
}

interface OwnSignal {
  readonly aborted: boolean;
  readonly reason: any;
}

interface OwnInit {
  readonly method?: string;
  readonly headers?: OwnHeaders | Iterable<readonly [string, string]> | { readonly [name: string]: string };
  readonly body?: any;
  readonly signal?: OwnSignal | null;
  readonly [name: string]: any;
}

export const fetch: typeof globalThis extends { fetch: infer Fetch }
  ? Fetch
  : (input: string | OwnRequest | { readonly href: string }, init?: OwnInit) => Promise<OwnResponse>;

export type Response = Awaited<ReturnType<typeof fetch>>;

export type Request = Extract<Parameters<typeof fetch>[0], { readonly method: string }>;

export type Headers = Response['headers'];

export type AbortSignal = NonNullable<NonNullable<Parameters<typeof fetch>[1]>['signal']>;

export type URL = typeof globalThis extends { URL: { prototype: infer Url } } ? Url : { readonly href: string };

export type BufferSource = ArrayBuffer | ArrayBufferView;

export namespace WebAssembly {
  // biome-ignore lint/correctness/noUnusedVariables: slim.d.ts takes it with its namespace
  type Module = typeof globalThis extends { WebAssembly: { Module: { prototype: infer Compiled } } } ? Compiled : object;
}
