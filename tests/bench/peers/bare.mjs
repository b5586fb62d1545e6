// No wrapper: a loop that repeats at once.
export const create =
  ({ fetch = globalThis.fetch } = {}) =>
  async (url, init) => {
    const response = await fetch(url, init);
    return response.status < 500 ? response : fetch(url, init);
  };
