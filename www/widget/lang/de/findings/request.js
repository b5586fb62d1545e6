// What is wrong with the request itself.

export const request = {
  'request.placeholder-in-url': {
    title: 'Ein Platzhalter in der URL wurde nie gefüllt',
    solutions: [
      'Den wirklichen Wert einsetzen, wo in der URL `{placeholder}` steht; prüfen, ob die Variable gesetzt ist, aus der er kommt.',
    ],
    proofs: ['Die URL enthält `{placeholder}`.'],
  },
  'request.dev-proxy': {
    title: 'Ein Server auf diesem Rechner oder in diesem Netz hat geantwortet, nicht BigCommerce',
    solutions: [
      'Das Log und die Proxy-Regeln von `{host}` ansehen: Was dieser Server nicht weiterreicht, beantwortet er selbst.|Das Log und die Proxy-Regeln dieses Servers ansehen.',
    ],
    proofs: ['Die Anfrage ging an `{host}`, und nichts in der Antwort ist von BigCommerce.'],
  },
  'request.insecure-url': {
    title: 'Die URL beginnt mit http, nicht mit https',
    solutions: [
      '`https://{host}` verwenden: http überträgt das Token unverschlüsselt, und bei der Umleitung gehen Methode oder Body verloren.',
    ],
    proofs: ['Die URL beginnt mit `http:`.'],
  },
  'request.url-port': {
    title: 'Die URL nennt einen Port',
    solutions: ['`:{port}` weglassen: Die APIs sind am Standardport von https erreichbar.'],
    proofs: ['Die URL nennt den Port {port}.'],
  },
  'request.double-slash': {
    title: 'Der Pfad enthält einen doppelten Schrägstrich',
    solutions: [
      'Basis und Pfad mit einem einzigen Schrägstrich verbinden: `{path}` hat zwei.|Basis und Pfad mit einem einzigen Schrägstrich verbinden.',
    ],
    proofs: ['Der Pfad lautet `{path}`.'],
  },
  'request.wrong-host': {
    title: 'Diesen Pfad bedient dieser Host nicht',
    solutions: [
      'Die Management-APIs liegen unter `api.bigcommerce.com/stores/HASH/v3`, die Storefront-APIs unter der Domain des Shops, Zahlungen unter `payments.bigcommerce.com`, OAuth unter `login.bigcommerce.com`, B2B unter `api-b2b.bigcommerce.com`.',
    ],
    proofs: ['`{path}` wurde bei `{host}` angefragt.'],
  },
  'request.url-too-long': {
    title: 'Die URL ist zu lang',
    solutions: ['Weniger IDs auf einmal anfragen: Diese URL hat {length} Zeichen, und höchstens 1.024 bis 2.048 sind möglich.'],
    proofs: ['Die URL hat {length} Zeichen.'],
  },
  'request.method-unsupported': {
    title: 'Die REST-APIs kennen die Methode {method} nicht',
    solutions: ['GET, POST, PUT oder DELETE verwenden; statt PATCH PUT.'],
    proofs: ['Die Methode ist {method}.'],
  },
  'request.method-not-on-route': {
    title: 'Dieser Pfad nimmt {method} nicht an',
    solutions: [
      '{method} gibt es bei `{elsewhere}`, nicht bei `{route}`.',
      '`{route}` nimmt {methods} an, soweit die Spezifikationen es sagen.|Nachschlagen, welche Methoden der Pfad annimmt.',
    ],
    proofs: ['Die Spezifikationen kennen `{route}` nur mit {methods}.'],
  },
  'request.trailing-slash': {
    title: 'Der Pfad endet mit einem Schrägstrich',
    solutions: ['Den letzten Schrägstrich von `{path}` weglassen.|Den letzten Schrägstrich weglassen.'],
    proofs: ['Der Pfad lautet `{path}`.', 'Der Pfad lautet `{path}`; V2 hat so etwas schon mit 401 beantwortet.'],
  },
  'request.route-unknown': {
    title: 'Einen solchen Pfad gibt es wahrscheinlich nicht',
    solutions: ['Ist `{similar}` gemeint?', 'Version und übergeordnete Teile des Pfads mit der Referenz vergleichen.'],
    proofs: [
      '`{path}` steht in keiner Spezifikation, und das Gateway kennt keine solche Route.',
      '`{path}` steht in keiner Spezifikation.',
    ],
  },
  'request.refused-by-worker': {
    title: 'Der Worker vor dem Store hat die Anfrage selbst abgelehnt',
    solutions: [
      'Die Anfrage so ändern, wie die Antwort es sagt.',
      'Um sie durchzulassen, die Option `{option}` von `createHandler` des Workers ändern.',
    ],
    proofs: [],
  },
  'request.accept-missing': {
    title: 'Die Anfrage sagt nicht, dass sie JSON erwartet',
    solutions: ['`Accept: application/json` hinzufügen: Ohne diesen Header antwortet V2 in XML.'],
    proofs: ['Es wurde kein `Accept` gesendet.', 'Die Antwort ist XML.'],
  },
  'request.accept-unsupported': {
    title: 'Das in Accept genannte Format wird nicht angeboten',
    solutions: [
      'Zahlungen erwarten `Accept: application/vnd.bc.v1+json`, alle anderen `Accept: application/json`.',
    ],
    proofs: ['Die Anfrage verlangt `{accept}`.'],
  },
  'request.content-type-missing': {
    title: 'Die Anfrage sagt nicht, was ihr Body ist',
    solutions: [
      '`Content-Type: application/json` zum {method} hinzufügen.|`Content-Type: application/json` hinzufügen.',
    ],
    proofs: ['Es wurde kein `Content-Type` gesendet.'],
  },
  'request.content-type-unsupported': {
    title: 'Diese Art von Body wird hier nicht angenommen',
    solutions: [
      'JSON mit `Content-Type: application/json` senden, nicht mit `{content_type}`.|JSON mit `Content-Type: application/json` senden; nur Dateien gehen als `multipart/form-data`.',
    ],
    proofs: ['Laut der Anfrage ist ihr Body `{content_type}`.'],
  },
  'request.remote-file-unreachable': {
    title: 'BigCommerce konnte eine Datei nicht von der angegebenen Adresse holen',
    solutions: [
      'Die URL der Datei in einem privaten Fenster öffnen: Sie muss mit 200 antworten, und ihr Host darf BigCommerce nicht blockieren. Sonst die Datei hochladen.',
    ],
    proofs: [],
  },
  'request.body-syntax': {
    title: 'Der Body ist kein gültiges JSON',
    solutions: [
      'Senden, was ein JSON-Serializer liefert; nach einfachen Anführungszeichen, überzähligen Kommas am Ende und fehlenden Klammern suchen.',
    ],
    proofs: ['Der gesendete Body lässt sich nicht als JSON lesen.'],
  },
  'request.filter-missing': {
    title: 'Wer aus einer Sammlung löscht, muss sagen, welche Einträge',
    solutions: ['Dem {method} einen Filter wie `?{filter}=...` hinzufügen.|Dem {method} einen Filter wie `?id:in=1,2,3` hinzufügen.'],
    proofs: ['{method} {path} hat keinen Filter.'],
  },
  'request.limit-too-high': {
    title: 'Das Limit verlangt mehr, als auf eine Seite passt',
    solutions: ['Höchstens `limit={most}` anfragen und den Rest seitenweise holen.|Weniger pro Seite anfragen.'],
    proofs: [
      'Die URL enthält `limit={limit}`; {most} ist das Höchste.',
      'Die URL enthält `limit={limit}`; die meisten Listen nehmen höchstens 250.',
      'Die URL enthält `limit={limit}`.',
    ],
  },
  'request.batch-too-large': {
    title: 'Der Batch hat mehr Einträge, als eine Anfrage haben darf',
    solutions: ['Höchstens {batch} Einträge auf einmal senden.|Den Batch in kleinere Anfragen aufteilen.'],
    proofs: ['Die Anfrage hat {items} Einträge; {batch} sind das Höchste.'],
  },
  'request.body-not-array': {
    title: 'Der Body muss eine Liste sein',
    solutions: ['Eine Liste senden, auch für einen einzigen Eintrag.'],
    proofs: ['Der gesendete Body ist ein Objekt; {method} {route} erwartet eine Liste.'],
  },
  'request.body-too-large': {
    title: 'Die Anfrage oder eine Datei darin ist zu groß',
    solutions: [
      'Sie verkleinern: Bilder bis 8 MB (von Varianten 1 MB), Themes 50 MB, Listen von Umleitungen 20 MB.',
    ],
    proofs: ['Ein Bild einer Variante über 1 MB wird mit 500 beantwortet.'],
  },
  'request.filter-unknown': {
    title: 'Die Route kennt diesen Filter nicht',
    solutions: [
      'Den Parameter entfernen oder berichtigen, den der Body nennt; jede Route hat ihre eigenen Filter.',
    ],
    proofs: [],
  },
  'request.field-read-only': {
    title: 'Ein gesendetes Feld lässt sich nicht schreiben',
    solutions: [
      '`{fields}` aus dem Body entfernen.|Entfernen, was die Antwort nennt; nur senden, was sich ändert, kein ganzes abgerufenes Objekt.',
    ],
    proofs: [],
  },
  'request.field-unknown': {
    title: 'Ein gesendetes Feld ist hier nicht bekannt',
    solutions: [
      '`{fields}` entfernen oder den Namen berichtigen.|Das Feld entfernen oder umbenennen, das die Antwort nennt; V2 und V3 unterscheiden sich in den Namen.',
    ],
    proofs: [],
  },
  'request.field-missing': {
    title: 'Ein Pflichtfeld fehlt',
    solutions: ['Auch `{fields}` senden.|Die Felder senden, die der Body der Antwort nennt.'],
    proofs: [],
  },
  'request.field-invalid': {
    title: 'Ein gesendeter Wert wird nicht angenommen',
    solutions: [
      '`{fields}` so berichtigen, wie es der Body der Antwort sagt.|Die Werte berichtigen, die der Body der Antwort nennt.',
    ],
    proofs: [
      'Bei Warenkörben und Checkouts ist ein 500 öfter eine fehlende Option, ein falscher Name oder ein abgelaufener Warenkorb als ein Ausfall.',
    ],
  },
};
