/** One store: who may enter it, what is in it, and whether it is open. */
import * as orders from './resources/orders.mjs';
import * as products from './resources/products.mjs';
import * as customers from './resources/customers.mjs';

export const createStore = ({
  storeHash = 'te4h0use',
  token = 'simulator-token-of-an-api-account',
  readOnlyToken = 'simulator-token-that-may-only-read',
  storefrontToken = 'simulated.storefront.token',
} = {}) => ({
  hash: storeHash,
  token,
  readOnlyToken,
  storefrontToken,
  maintenance: 'off',
  orders: orders.seed(),
  products: products.seed(),
  customers: customers.seed(),
  signUps: 0,
});
