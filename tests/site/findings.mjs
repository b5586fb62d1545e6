/** By exchange: the first finding, and in the transcript its label, where that is not 'diagnosis'. */
export const firstFindings = [
  ['batch', 'result.partial'],
  ['no-token', 'auth.token-missing'],
  ['scope', 'auth.scope-missing'],
  ['route', 'request.method-not-on-route'],
  ['duplicate', 'resource.duplicate'],
  ['throttled', 'limit.quota', 'attempt 1'],
  ['spam', 'limit.abuse-protection'],
  ['gateway-timeout', 'platform.gateway'],
  ['dropped', 'network.unreachable', 'attempt 1'],
];
