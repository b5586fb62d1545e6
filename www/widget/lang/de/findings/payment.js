// What is wrong with payments and refunds.

export const payment = {
  'payment.duplicate': {
    title: 'Diese Zahlung wurde schon ausgeführt',
    solutions: ['Nicht noch einmal zahlen: zuerst die Transaktionen der Bestellung lesen.'],
    proofs: [],
  },
  'payment.token': {
    title: 'Das Payment Access Token ist verbraucht, abgelaufen oder passt nicht zur Bestellung',
    solutions: [
      'Für jeden Versuch ein neues Token erzeugen, nach der letzten Änderung der Bestellung: Es gilt einmal und eine Stunde lang. Es als `Authorization: PAT` senden.',
    ],
    proofs: [],
  },
  'payment.configuration': {
    title: 'Der Zahlungsanbieter des Stores ist dafür nicht eingerichtet',
    solutions: [
      'Den Händler den Anbieter prüfen lassen: Zugangsdaten, Währung, gespeicherte Karten. Vor dem Zahlen die akzeptierten Zahlungsarten abfragen.',
    ],
    proofs: [],
  },
  'payment.declined': {
    title: 'Die Zahlung wurde abgelehnt',
    solutions: [
      'Den Käufer die Karte prüfen oder anders zahlen lassen, mit einem neuen Payment Access Token; nicht dasselbe wiederholen.',
    ],
    proofs: [],
  },
  'payment.refund-split': {
    title: 'Die Erstattung geht nicht auf',
    solutions: [
      'Ein Angebot abfragen (`payment_actions/refund_quotes`), den Betrag danach aufteilen und eine Bestellung immer nur mit einer Anfrage zugleich erstatten.',
    ],
    proofs: [],
  },
};
