// What is wrong with what the request is about.

export const resource = {
  'resource.missing': {
    title: 'Was die URL nennt, gibt es nicht',
    solutions: [
      'Die ID in `{path}` prüfen: Sie kann gelöscht sein oder zu einem anderen Store oder Kanal gehören. Nach einem DELETE, das ausgeführt worden sein kann, als erledigt betrachten.|Die ID prüfen.',
      'Wenn die ID stimmt, die Scopes des Tokens prüfen.',
    ],
    proofs: [],
  },
  'resource.job-active': {
    title: 'Ein Job derselben Art läuft noch',
    solutions: [
      'Den Job beobachten, bis er beendet ist, dann die Anfrage erneut senden; immer nur einen starten.',
    ],
    proofs: [],
  },
  'resource.locked': {
    title: 'Die Ressource ist gesperrt',
    solutions: ['Es später von Hand erneut versuchen; nachsehen, ob ein anderer Vorgang sie sperrt.'],
    proofs: [],
  },
  'resource.version-mismatch': {
    title: 'Jemand anderes hat es geändert, seit es gelesen wurde',
    solutions: [
      '`{path}` neu lesen, die Änderung darauf anwenden und mit der neuen `version` senden; einen Warenkorb oder Checkout immer nur an einer Stelle zugleich ändern.|Neu lesen und die Änderung darauf anwenden.',
    ],
    proofs: [],
  },
  'resource.legacy-model': {
    title: 'Die Anfrage nutzt ein Modell oder eine Route, die ersetzt wurde',
    solutions: [
      '`{successor}` verwenden: Diese Route ist veraltet.',
      'Produkte mit Optionssätzen und Stores mit dem neueren Katalog nur über V3 ändern.',
    ],
    proofs: ['Nur archivierte Dokumente kennen {method} {route}.'],
  },
  'resource.in-use': {
    title: 'Etwas anderes hängt davon ab',
    solutions: ['Entfernen oder verschieben, was der Body nennt, dann erneut versuchen.'],
    proofs: [],
  },
  'resource.duplicate': {
    title: 'Etwas mit diesem Wert gibt es schon',
    solutions: [
      'Für `{fields}` einen anderen Wert wählen oder ändern, was schon da ist.',
      'Es über Name, SKU, E-Mail-Adresse oder URL suchen und dann aktualisieren. War dies ein zweiter Versuch, kann der erste durchgegangen sein.',
    ],
    proofs: [],
  },
  'resource.out-of-stock': {
    title: 'Der Bestand reicht nicht aus',
    solutions: ['Die Menge auf das senken, was am Standort verfügbar ist, oder den Bestand erhöhen.'],
    proofs: [],
  },
  'resource.quantity-limit': {
    title: 'Die Menge liegt unter dem Minimum oder über dem Maximum des Produkts',
    solutions: [
      'Eine Menge zwischen `order_quantity_minimum` und `order_quantity_maximum` des Produkts anfragen.',
    ],
    proofs: [],
  },
  'resource.channel-inactive': {
    title: 'Der Kanal oder seine Storefront ist nicht live',
    solutions: [
      'Den Kanal im Control Panel aktiv schalten und ihm eine Site geben, bevor Käufer ihn nutzen.',
    ],
    proofs: [],
  },
  'resource.reference-missing': {
    title: 'Der Body nennt etwas, das es nicht gibt',
    solutions: [
      'Die IDs in `{fields}` prüfen: Was sie nennen, muss es in diesem Store zuerst geben.|Die IDs im Body prüfen: Marke, Kategorie, Steuerklasse, Produkt oder Kunde muss es zuerst geben.',
    ],
    proofs: [],
  },
};
