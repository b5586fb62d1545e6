// Names of links, by the English.

export const links = {
  'API status codes': 'Statuscodes der API',
  'Handling 404 and 422': 'Umgang mit 404 und 422',
  'API accounts and OAuth scopes': 'API-Konten und OAuth-Scopes',
  'Platform limits': 'Grenzen der Plattform',
  'API reference': 'API-Referenz',
  'HTTP semantics, status codes': 'HTTP-Semantik, Statuscodes',
  'API rate limits': 'Ratenbegrenzung der API',
  'Handling 500 to 504': 'Umgang mit 500 bis 504',
  "BigCommerce's status page": 'Status-Seite von BigCommerce',
  "BigCommerce's Ruby client": 'Ruby-Client von BigCommerce',
};
