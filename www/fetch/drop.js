// Bodies that nobody will read.

/**
 * Lets go of a body that nobody will read.
 * @type {(holder: any) => void}
 */
export const drop = (holder) => {
  try {
    const body = holder?.body;
    if (body?.cancel) body.cancel().catch(() => {});
    else body?.destroy?.();
  } catch {
    // Another library's body that cannot be let go of so.
  }
};
