// The two operations that the GraphQL clients send.

export const READ = 'query Shop { site { settings { storeName } } }';

export const WRITE = `mutation Register($input: RegisterCustomerInput!) {
  customer { registerCustomer(input: $input) { customer { email } } }
}`;
