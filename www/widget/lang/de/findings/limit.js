// What is wrong with quotas and other limits.

export const limit = {
  'limit.quota': {
    title: 'Das Kontingent des Stores an Anfragen ist aufgebraucht',
    solutions: [
      '{wait} warten: noch {left} übrig. Die Anfrage wurde nicht ausgeführt.|{wait} warten. Die Anfrage wurde nicht ausgeführt.|Warten, bis das Zeitfenster um ist. Die Anfrage wurde nicht ausgeführt.',
      'Bis dahin nichts anderes an diesen Store senden: Alle seine Apps teilen sich das Kontingent. `X-Rate-Limit-Requests-Left` beobachten.',
    ],
    proofs: ['Laut den Headern füllt sich das Kontingent in {wait} wieder auf.', 'Es sind noch {left} Anfragen übrig.'],
  },
  'limit.edge': {
    title: 'Etwas vor dem Store begrenzt die Anfragen; es ist nicht das Kontingent des Stores',
    solutions: [
      '{wait} warten, dann weniger Anfragen auf einmal senden.|Weniger Anfragen auf einmal senden und es später erneut versuchen.',
      'Die Option `{option}` von `createHandler` des Workers entscheidet, wie viele ein Aufrufer senden darf.',
    ],
    proofs: [],
  },
  'limit.abuse-protection': {
    title: 'Ein Schutz vor Missbrauch hat die Anfrage aufgehalten, kein Kontingent',
    solutions: [
      'Nicht von selbst wiederholen; einen Menschen die Prüfung bestehen lassen oder Versuche für einen Warenkorb, Kunden oder eine Adresse verlangsamen.',
    ],
    proofs: [
      'Eine Storefront hat einen Schreibzugriff abgelehnt und kein Kontingent genannt.',
      '`{path}` ist gegen Erraten geschützt.',
    ],
  },
  'limit.concurrency': {
    title: 'Zu viele dieser Anfragen laufen gleichzeitig',
    solutions: [
      'Höchstens {at_once} von `{route}` gleichzeitig ausführen.|Weniger parallel ausführen; diese Grenze besteht neben dem Kontingent.',
    ],
    proofs: [
      'Es waren noch {left} Anfragen übrig, und `{route}` nimmt {at_once} gleichzeitig an.',
      'Es waren noch {left} Anfragen übrig.',
      'Kein Kontingent ist genannt, und `{route}` nimmt {at_once} gleichzeitig an.',
    ],
  },
  'limit.platform-load': {
    title: 'Der Store ist unter Last und nimmt vorerst weniger Anfragen an',
    solutions: [
      'Sofort langsamer werden und es später mit wachsenden Wartezeiten erneut versuchen; ein Kontingent, auf das zu warten wäre, gibt es nicht.',
    ],
    proofs: [
      'Die Antwort hat keine Header eines Kontingents.',
      'Es waren noch {left} Anfragen übrig; manchmal wird das mit einem 500 gemeldet.',
    ],
  },
  'limit.plan-capacity': {
    title: 'Der Tarif des Stores erlaubt nicht mehr davon',
    solutions: ['Löschen, was nicht mehr gebraucht wird, oder den Händler den Tarif wechseln lassen.'],
    proofs: [],
  },
  'limit.platform-count': {
    title: 'Der Store hat so viele davon, wie die Plattform erlaubt',
    solutions: ['Löschen, was nicht mehr gebraucht wird, bevor weitere dazukommen.'],
    proofs: [],
  },
  'limit.graphql-complexity': {
    title: 'Die Abfrage ist zu komplex',
    solutions: [
      'Weniger Einträge (`first`) und weniger Verschachtelung anfragen oder sie aufteilen: Die Grenzen sind eine Komplexität von 10.000 (B2B 4.500) und eine Tiefe von 16; `x-bc-graphql-complexity` sagt, was eine Abfrage kostet.',
    ],
    proofs: [],
  },
};
