// Which names say that a value is a secret, but for those of headers.

import { plain } from './credentials.js';
import { SECRET_FIELD, SECRET_PARAMETER } from '../knowledge/secrets.js';

/** @type {(name: unknown) => boolean} */
export const isSecretParameter = (name) => SECRET_PARAMETER.test(plain(name));
/**
 * `user[password]` names a password, and `password[0]` one of several.
 * @type {(name: string) => boolean}
 */
export const isSecretField = (name) =>
  SECRET_FIELD.test(plain(name)) || (/[[\].]/.test(name) && name.split(/[[\].]+/).some((part) => SECRET_FIELD.test(plain(part))));
