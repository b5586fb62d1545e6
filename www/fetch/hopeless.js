// Failures that every further attempt would end with as well. Told by name, code and message:
// an error may come from another realm.

import { isPage } from './page.js';
import { isRefused } from './refused.js';
import { refusalOf } from './request.js';
import { urlOf } from './snapshot.js';

/** @import { Fetch, Sent } from './snapshot.js' */

/** Of Node and Bun: what was asked for cannot be sent, or a redirect cannot be followed. */
const CODES =
  /^(ERR_INVALID_(ARG|URL)|UND_ERR_(INVALID_ARG|NOT_SUPPORTED|REQ_CONTENT_LENGTH|HEADERS_OVERFLOW)|UnsupportedRedirect|RedirectURLInvalid|TooManyRedirects|UnexpectedRedirect)/;

/** Of undici, Deno and workerd, for the same. */
const MESSAGES =
  /^(unknown scheme|about scheme|url scheme|bad port|redirect count|unexpected redirect|cross origin not allowed|integrity mismatch|invalid (url|location)|too many redirects|fetch api cannot load|fetch failed: )/i;

/** The ports to which browsers send nothing, by the Fetch standard; they do not say why. */
const BLOCKED =
  ' 0 1 7 9 11 13 15 17 19 20 21 22 23 25 37 42 43 53 69 77 79 87 95 101 102 103 104 109 110 111 113 115 117 119 123 135 137 139 143 161 179 389 427 465 512 513 514 515 526 530 531 532 540 548 554 556 563 587 601 636 989 990 993 995 1719 1720 1723 2049 3659 4045 4190 5060 5061 6000 6566 6665 6666 6667 6668 6669 6679 6697 10080 ';

/** @type {(error: any) => boolean} */
const isTypeError = (error) => error?.name === 'TypeError';

/** @type {(error: any, request: Sent, own?: Fetch) => boolean} */
export const isHopeless = (error, request, own) => {
  if (isRefused(error)) return true;
  // With one, fetch says that it refused its arguments, and also that a connection was lost.
  if (!isTypeError(error)) return false;
  const { cause } = error;
  return (
    [error, cause].some((one) => CODES.test(one?.code) || MESSAGES.test(one?.message)) ||
    isTypeError(cause) ||
    // The caller's own fetch may know other schemes.
    (!own && isNowhere(urlOf(request))) ||
    refusalOf(request, own) !== undefined
  );
};

/**
 * Whether there is nothing on a network at a URL, or nothing that may be asked.
 * @type {(url: string) => boolean}
 */
const isNowhere = (url) => {
  try {
    const { protocol, port } = new URL(url, globalThis.location?.href);
    return !/^(https?|s3):$/.test(protocol) || (isPage() && BLOCKED.includes(` ${port} `));
  } catch {
    return false;
  }
};
