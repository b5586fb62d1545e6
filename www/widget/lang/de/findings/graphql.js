// What is wrong with a GraphQL query or mutation.

export const graphql = {
  'graphql.business-error': {
    title: 'Die Mutation wurde abgelehnt',
    solutions: [
      '`errors` neben dem Ergebnis der Mutation lesen: Ein 200 heißt nicht, dass sie ausgeführt wurde. Dort `__typename` und `message` abfragen.',
    ],
    proofs: [],
  },
  'graphql.query': {
    title: 'Die Abfrage selbst wird nicht angenommen',
    solutions: [
      'Nach dem Schema berichtigen, was die Meldung nennt; die Abfrage im GraphQL-Playground des Stores ausprobieren.',
    ],
    proofs: [],
  },
  'graphql.null-data': {
    title: 'Die Daten sind null, und kein Fehler sagt, warum',
    solutions: [
      'IDs und Argumente prüfen, und ob dieses Token oder dieser Kunde es sehen darf: Was nicht gesehen werden darf, ist null.',
    ],
    proofs: ['Alles in `data` ist null.'],
  },
};
