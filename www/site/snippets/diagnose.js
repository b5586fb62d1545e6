import { diagnose } from 'bc-status';

const { findings, retry } = diagnose({
  method: 'GET',
  url: 'https://api.bigcommerce.com/stores/abc123/v3/carts',
  status: 404,
  headers: { 'Content-Type': 'text/plain' },
  body: 'The route is not found, check the URL',
});

console.log(findings[0].id);           // request.method-not-on-route
console.log(findings[0].solutions[0]); // GET exists on `/v3/carts/{id}`, not on `/v3/carts`.
console.log(retry.rule);               // not-retryable
