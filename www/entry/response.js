// The answers of fetch, which need not be the platform's own.

import { standardHeaders } from './headers.js';

export const isObject = (value) => typeof value === 'object' && value !== null;

/** The core reads a response as the platform has it; that of another library is rewritten. */
export const readable = (response) =>
  response instanceof Response ? response : new Foreign(response);

class Foreign {
  constructor(response) {
    this.response = response;
    this.status = Number(response?.status);
    this.headers = isObject(response?.headers) ? standardHeaders(response.headers) : new Headers();
  }

  get body() {
    return this.response?.body;
  }
}

/** Lets go of a body that nobody will read. */
export const drop = (holder) => {
  try {
    const body = holder?.body;
    if (body?.cancel) body.cancel().catch(() => {});
    else body?.destroy?.();
  } catch {
    // Another library's body that cannot be let go of so.
  }
};
