// What is wrong with an exchange, in German: title, solutions and proofs of each finding of
// src/diagnose, by its topics, each proof once. Gaps, code and bars are those of the English.

import { auth } from './auth.js';
import { graphql } from './graphql.js';
import { limit } from './limit.js';
import { network } from './network.js';
import { payment } from './payment.js';
import { platform } from './platform.js';
import { request } from './request.js';
import { resource } from './resource.js';
import { result } from './result.js';

export const findings = {
  ...request,
  ...auth,
  ...resource,
  ...payment,
  ...limit,
  ...graphql,
  ...result,
  ...network,
  ...platform,
};
