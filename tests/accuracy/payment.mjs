import { DOCS, JWT, STORE, api, json, problem, signed, signedJson, store } from './shared.mjs';

/** One attempt to pay: the request is always the same, the answer tells what became of it. */
const attempt = (status, body, more) => ({
  method: 'POST',
  url: `https://payments.bigcommerce.com/stores/${STORE}/payments`,
  requestHeaders: {
    Authorization: `PAT ${JWT}`,
    Accept: 'application/vnd.bc.v1+json',
    'Content-Type': 'application/json',
  },
  requestBody: { payment: { instrument: { type: 'card' }, payment_method_id: 'stripe.card' } },
  status,
  headers: json(),
  body,
  ...more,
});

const refund = (order, payments) => ({
  items: [{ item_type: 'ORDER', item_id: order, amount: 30 }],
  payments,
});

export default [
  {
    id: 'payment.declined',
    about: 'not enough money on the card',
    exchange: attempt(422, { status: 422, title: 'The payment was declined', code: 30106, type: DOCS }),
  },
  {
    id: 'payment.declined',
    about: 'issuer refuses, code as text, request unknown',
    exchange: attempt(422, '{"status":422,"title":"Payment could not be processed","detail":"Declined by issuer","code":"30104"}', {
      requestHeaders: undefined,
      requestBody: undefined,
    }),
  },
  {
    id: 'payment.declined',
    about: 'expired card, with 400',
    exchange: attempt(400, { status: 400, title: 'Bad Request', detail: 'Card has expired', code: 30103 }),
  },

  {
    id: 'payment.duplicate',
    about: 'provider has seen this transaction before',
    exchange: attempt(422, {
      status: 422,
      title: 'Duplicate transaction',
      detail: 'A transaction for this order was already submitted.',
      code: 30105,
    }),
  },
  {
    id: 'payment.duplicate',
    about: 'only the code tells',
    exchange: attempt(422, '{"status":422,"title":"Unprocessable Entity","code":30105,"errors":{}}'),
  },

  {
    id: 'payment.token',
    about: 'access token used a second time',
    exchange: attempt(401, { status: 401, title: 'Unauthorized', detail: 'PAT was already used' }),
  },
  {
    id: 'payment.token',
    about: 'access token older than an hour',
    exchange: attempt(401, '{"status":401,"title":"The payment access token has expired","code":10001}'),
  },
  {
    id: 'payment.token',
    about: 'no access token could be made for the order',
    exchange: {
      method: 'POST',
      url: api('/v3/payments/access_tokens'),
      requestHeaders: signedJson(),
      requestBody: { order: { id: 4471, is_recurring: false } },
      status: 422,
      headers: store(),
      body: problem(422, 'Payment access token could not be created', { code: 30100 }),
    },
  },

  {
    id: 'payment.configuration',
    about: 'settings of the provider are refused',
    exchange: attempt(422, {
      status: 422,
      title: 'Merchant payment configuration is not configured correctly',
      code: 30001,
    }),
  },
  {
    id: 'payment.configuration',
    about: 'cards cannot be stored in this shop',
    exchange: attempt(422, { status: 422, title: 'Vaulting is not available', code: 30002 }),
  },

  {
    id: 'payment.refund-split',
    about: 'sum of the payments is not the refund',
    exchange: {
      method: 'POST',
      url: api('/v3/orders/4471/payment_actions/refunds'),
      requestHeaders: signedJson(),
      requestBody: refund(4471, [{ provider_id: 'stripe', amount: 20, offline: false }]),
      status: 422,
      headers: store(),
      body: problem(422, 'The sum of the payment amounts does not match the total refund amount'),
    },
  },
  {
    id: 'payment.refund-split',
    about: 'one provider for an order paid in two ways',
    exchange: {
      method: 'POST',
      url: api('/v3/orders/4472/payment_actions/refunds'),
      requestHeaders: signed({ 'Content-Type': 'application/json' }),
      requestBody: JSON.stringify(refund(4472, [{ provider_id: 'giftcertificate', amount: 30 }])),
      status: 422,
      headers: store(),
      body: problem(422, 'Refund amount for giftcertificate exceeds what was paid with it.'),
    },
  },
];
