// What is wrong with an exchange, in German: title, solutions and proofs of each finding of
// src/diagnose, in its order, each proof once. Gaps, code and bars are those of the English.

export const findings = {
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
    proofs: ['Die Anfrage ging an `{host}`.'],
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
    solutions: ['Dem {method} einen Filter wie `?id:in=1,2,3` hinzufügen.'],
    proofs: ['{method} {path} hat keinen Filter.'],
  },
  'request.limit-too-high': {
    title: 'Das Limit verlangt mehr, als auf eine Seite passt',
    solutions: ['Höchstens `limit={most}` anfragen und den Rest seitenweise holen.|Weniger pro Seite anfragen.'],
    proofs: ['Die URL enthält `limit={limit}`; {most} ist das Höchste.', 'Die URL enthält `limit={limit}`.'],
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

  'auth.token-missing': {
    title: 'Die Anfrage enthält kein Access Token',
    solutions: [
      'Das Token eines API-Kontos als `X-Auth-Token` senden; prüfen, ob die Variable gesetzt ist, aus der es kommt.',
    ],
    proofs: ['Es wurde kein `X-Auth-Token` gesendet.', 'Es wurde kein `Authorization` gesendet.'],
  },
  'auth.token-malformed': {
    title: 'Das Access Token ist leer oder hat nicht die Form eines Tokens',
    solutions: [
      'Das Token allein senden: ohne Anführungszeichen und Leerzeichen, und in `X-Auth-Token` ohne `Bearer` davor.',
      'Prüfen, ob es abgeschnitten oder ein Platzhalter ist.',
    ],
    proofs: ['Was als Token gesendet wurde, kann keines sein.'],
  },
  'auth.token-wrong-header': {
    title: 'Das Token steht in einem Header, den diese API nicht liest',
    solutions: [
      '`{header}` in `X-Auth-Token` umbenennen.',
      'Management-APIs lesen `X-Auth-Token`, Storefront-GraphQL `Authorization: Bearer`, Zahlungen `Authorization: PAT`.',
    ],
    proofs: [
      '`{header}` wurde gesendet, aber kein `X-Auth-Token`.',
      'Zugangsdaten wurden gesendet, aber nicht im Header dafür.',
    ],
  },
  'auth.token-rejected': {
    title: 'Das Access Token ist nicht oder nicht mehr gültig',
    solutions: [
      'Es mit curl senden; wenn auch das scheitert, ein neues API-Konto anlegen und dessen Token verwenden.',
      'Ein Token endet, wenn sich die E-Mail-Adresse des Inhabers oder die Scopes der App ändern, mit einem neueren Token der App oder mit seinem API-Konto.',
    ],
    proofs: [],
  },
  'auth.graphql-token': {
    title: 'GraphQL akzeptiert das Bearer-Token nicht',
    solutions: [
      'Ein neues Storefront-Token für diesen Store und Kanal erzeugen (es hat ein Ablaufdatum) und es unverändert als `Authorization: Bearer` senden.',
      'Von einem Server aus ein privates Token verwenden.',
    ],
    proofs: [],
  },
  'auth.scope-missing': {
    title: 'Dem Token fehlt ein OAuth-Scope dafür',
    solutions: [
      'Dem API-Konto den Scope `{scope}` geben; dessen Form mit `_read_only` am Ende erlaubt nur das Lesen.',
      'Die Scopes eines API-Kontos lassen sich nicht ändern: ein neues anlegen. Bei einer App den Händler sie neu öffnen lassen.',
      'Wenn die Scopes stimmen, den Store-Hash prüfen: Ein falscher sieht genauso aus.',
    ],
    proofs: [],
  },
  'auth.store-hash-suspect': {
    title: 'Der Store-Hash in der URL ist vielleicht falsch',
    solutions: [
      '`{hash}` mit dem API-Pfad des API-Kontos vergleichen: der Hash allein, in Kleinbuchstaben, ohne `store-` oder `stores/`.|Den Hash mit dem API-Pfad des API-Kontos vergleichen.',
    ],
    proofs: [
      'Der Store-Hash ist `{hash}`.',
      'Die Antwort sieht genauso aus, wenn der Hash der eines anderen Stores ist; hier ist er `{hash}`.',
    ],
  },
  'auth.token-in-browser': {
    title: 'Eine Webseite kann diese API nicht aufrufen und darf ihr Token nicht haben',
    solutions: [
      'Sie von einem Server oder einem Edge Worker aufrufen, der das Token hat, und die Seite diesen fragen lassen.',
      'Ein Token, das je in einer Seite stand, ist öffentlich: es ersetzen.',
    ],
    proofs: [
      'Eine Webseite hat `{host}` aufgerufen, das keiner Seite antwortet (CORS).',
      'Eine Webseite hat ein `X-Auth-Token` gesendet.',
      'Eine Anfrage mit `X-Auth-Token` nennt die Seite `{origin}` als ihren Origin.',
    ],
  },
  'auth.origin-mismatch': {
    title: 'Das Token wurde für einen anderen Origin erzeugt',
    solutions: [
      'Ein Token erzeugen, dessen erlaubte CORS-Origins `{origin}` enthalten.|Ein Token erzeugen, das den Origin der Seite genau nennt: Schema, Host und Port, ohne Schrägstrich am Ende.',
    ],
    proofs: ['Eine Seite hat `{host}` gefragt und keine lesbare Antwort erhalten, wie wenn CORS sie verbietet.'],
  },
  'auth.b2b-store-hash-missing': {
    title: 'B2B Edition braucht X-Store-Hash neben X-Auth-Token',
    solutions: [
      '`X-Store-Hash` mit dem Hash des Stores hinzufügen, zu dem das Token gehört; ein altes `authToken` kommt ohne aus.',
    ],
    proofs: [
      'Es wurde kein `X-Store-Hash` gesendet.',
      'Ohne diesen Header antwortet B2B Edition mit Serverfehlern.',
    ],
  },
  'auth.sign-in-required': {
    title: 'Der Käufer muss sich erst anmelden',
    solutions: [
      'Den Käufer sich anmelden lassen und die Anfrage in dieser Sitzung senden; für einen Gast ist diese Antwort normal.',
    ],
    proofs: [],
  },
  'auth.oauth-code': {
    title: 'Der Autorisierungscode wurde schon verwendet oder ist abgelaufen',
    solutions: [
      'Jeden Code einmal eintauschen, gleich nach dem Callback; für einen neuen den Händler erneut installieren lassen.',
    ],
    proofs: [],
  },
  'auth.oauth-redirect-uri': {
    title: 'Die redirect_uri ist nicht die, die für die App eingetragen ist',
    solutions: [
      'Die Callback-URL genau so senden, wie sie im Developer Portal steht, bis zum letzten Schrägstrich.',
    ],
    proofs: [],
  },
  'auth.oauth-context': {
    title: 'Das Token hat keine Scopes: Der Kontext beim Eintauschen war falsch',
    solutions: [
      '`context` so weitergeben, wie der Callback ihn lieferte, `stores/` und den Hash. Dieses Token erhält überall 403.',
    ],
    proofs: ['`scope` ist in der Antwort null.'],
  },
  'auth.login-token': {
    title: 'Das Token zur Anmeldung des Kunden wurde nicht akzeptiert',
    solutions: [
      'Für jede Anmeldung ein neues JWT erzeugen: eine frische `jti`, ein `iat` aus dieser Minute, `store_hash` und `customer_id`, signiert (HS256) mit dem Client Secret einer App mit dem Login-Scope.',
    ],
    proofs: ['Die Anfrage ist eine Anmeldung per Token.'],
  },
  'auth.not-owner': {
    title: 'Es gehört einem anderen API-Konto',
    solutions: [
      'Das Token des API-Kontos verwenden, das es angelegt hat: Niemand sonst sieht oder ändert dessen Webhooks, Metafelder und Skripte.',
    ],
    proofs: [],
  },

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

  'limit.quota': {
    title: 'Das Kontingent des Stores an Anfragen ist aufgebraucht',
    solutions: [
      '{wait} warten: noch {left} übrig. Die Anfrage wurde nicht ausgeführt.|{wait} warten. Die Anfrage wurde nicht ausgeführt.|Warten, bis das Zeitfenster um ist. Die Anfrage wurde nicht ausgeführt.',
      'Bis dahin nichts anderes an diesen Store senden: Alle seine Apps teilen sich das Kontingent. `X-Rate-Limit-Requests-Left` beobachten.',
    ],
    proofs: ['Laut den Headern füllt sich das Kontingent in {wait} wieder auf.', 'Es sind noch {left} Anfragen übrig.'],
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

  'result.job-failed': {
    title: 'Der Job ist gescheitert, obwohl die Antwort ein Erfolg ist',
    solutions: ['Beheben, was die Fehler des Jobs im Body nennen, und einen neuen starten.'],
    proofs: [],
  },
  'result.partial': {
    title: 'Nur ein Teil wurde ausgeführt',
    solutions: [
      'Ausgeführt: {succeeded}, nicht ausgeführt: {failed}. Nur Letztere erneut senden, berichtigt.|Nur erneut senden, was abgelehnt wurde, berichtigt; wo der Body nichts nennt, nachlesen, was gespeichert wurde.',
    ],
    proofs: [
      'Von mehreren Seiten werden die gültigen trotzdem angelegt.',
      'Von mehreren Seiten werden die vorhandenen trotzdem gelöscht.',
      'Einige Promotions können trotzdem gelöscht sein.',
    ],
  },
  'result.unknown-outcome': {
    title: 'Niemand kann sagen, ob es ausgeführt wurde',
    solutions: [
      'Vor dem erneuten Senden nachsehen, ob es ausgeführt wurde: Keine API von BigCommerce hat einen Idempotenzschlüssel. Allem, was angelegt wird, etwas mitgeben, woran es sich finden lässt.',
    ],
    proofs: [
      'Diese Route antwortet mit 204, ob es gelang oder nicht.',
      '`{path}` bewegt Geld und läuft nach einem Fehler des Gateways weiter.',
      '{method} kann ausgeführt worden sein, und eine zweite Ausführung kann schaden.',
    ],
  },
  'result.nothing-done': {
    title: 'Die Anfrage war erfolgreich und hat nichts geändert',
    solutions: [
      'Vergleichen, was zurückkam und was gesendet wurde; das DELETE einer Sammlung braucht einen Filter wie `?id:in=1,2,3`.',
    ],
    proofs: [
      '{method} {path} hat keinen Filter.',
      'Die Antwort auf {method} {path} ist eine leere Liste.',
      'Laut dem Body wurden 0 ausgeführt.',
    ],
  },
  'result.empty-list': {
    title: 'Es gibt nichts aufzulisten; das ist kein Fehler',
    solutions: [
      'Als leere Liste nehmen; ein 204 hat keinen Body. Wenn etwas erwartet wurde, Filter, Seite und Kanal prüfen.',
    ],
    proofs: ['Die Antwort auf {path} ist eine leere Liste.'],
  },
  'result.page-capped': {
    title: 'Die Seite wurde gekürzt wegen dessen, was sie mitliefert',
    solutions: [
      '`meta.pagination` folgen: Mit Optionen, Modifiern oder Varianten fasst eine Seite 10, was immer `limit={limit}` verlangt.|`meta.pagination` folgen.',
    ],
    proofs: ['`limit={limit}` wurde verlangt, und die Seite fasst 10.'],
  },
  'result.scheduled': {
    title: 'Die Arbeit ist eingeplant und noch nicht erledigt',
    solutions: [
      'Die Ressource oder den Job später lesen, um zu sehen, ob die Arbeit erledigt ist; bis dahin nicht erneut senden.',
    ],
    proofs: [],
  },
  'result.unchanged': {
    title: 'Seit dem genannten Datum hat sich nichts geändert',
    solutions: ['Die vorhandene Kopie verwenden oder `If-Modified-Since` weglassen.'],
    proofs: [],
  },
  'result.redirected': {
    title: 'Die Antwort liegt unter einer anderen Adresse',
    solutions: [
      'Ab jetzt an `{location}` senden, aber nie ein Token an einen anderen Host.',
      'https und die Form mit oder ohne www versuchen; X-Forwarded-Header entfernen.',
    ],
    proofs: ['`Location` führt zu `{location}`.'],
  },

  'network.aborted': {
    title: 'Die Anfrage wurde aufgegeben, bevor eine Antwort kam',
    solutions: [
      'Wenn niemand aufgeben wollte, nach einem eigenen Signal oder Timeout suchen; nach einem Schreibzugriff nachsehen, ob er ausgeführt wurde.',
    ],
    proofs: [],
  },
  'network.timeout': {
    title: 'Es kam keine Antwort rechtzeitig',
    solutions: [
      'Weniger auf einmal anfragen oder mehr Zeit lassen; nach einem Schreibzugriff zuerst nachsehen, ob er ausgeführt wurde.',
    ],
    proofs: [],
  },
  'network.unreachable': {
    title: 'Die Verbindung kam nicht zustande oder brach ab',
    solutions: [
      'Den Namen `{host}`, DNS, Proxys und Firewalls dort prüfen, wo dies läuft; nach einem Schreibzugriff zuerst nachsehen, ob er ausgeführt wurde.|Die URL prüfen: Sie nennt keinen Host.',
    ],
    proofs: [],
  },

  'platform.blocked-by-proxy': {
    title: 'Eine Firewall oder eine Bot-Prüfung vor dem Store hat geantwortet',
    solutions: [
      'Die APIs aufrufen, nicht die Seiten eines Shops, von einem Server mit einem ehrlichen User-Agent; den Händler bitten, dessen Adresse durchzulassen.',
    ],
    proofs: ['`cf-mitigated` ist unter den Headern.'],
  },
  'platform.suspended': {
    title: 'Der Store ist stillgelegt',
    solutions: [
      'Keine Anfragen mehr senden und dem Händler Bescheid geben: Nur der Inhaber oder die Abrechnung von BigCommerce kann das ändern.',
    ],
    proofs: ['Auch ein stillgelegter Store wird mit 503 beantwortet.'],
  },
  'platform.degraded': {
    title: 'Ein Dienst hinter der API ist gestört',
    solutions: [
      '{wait} warten, dann mit weniger Einträgen erneut versuchen.|Später erneut versuchen, mit wachsenden Wartezeiten und weniger Einträgen; die Status-Seite ansehen.',
    ],
    proofs: ['Der Body verlangt eine Wartezeit von {wait}.'],
  },
  'platform.maintenance': {
    title: 'Der Store ist wegen Wartung oder eines Upgrades nicht erreichbar',
    solutions: [
      'Pausieren und es mit wachsenden Wartezeiten erneut versuchen; die Status-Seite ansehen. Ein Store, der wegbleibt, kann stillgelegt sein.',
    ],
    proofs: [],
  },
  'platform.expensive-query': {
    title: 'Die Anfrage verlangt mehr, als sich rechtzeitig zusammentragen lässt',
    solutions: [
      'Weniger Einträge oder IDs auf einmal anfragen, `include` weglassen und die Felder mit `include_fields` nennen.',
    ],
    proofs: ['Von `{path}` wurde viel auf einmal verlangt.'],
  },
  'platform.gateway': {
    title: 'Die Anfrage ist auf ihrem Weg durch BigCommerce gescheitert',
    solutions: [
      'Nach einem Schreibzugriff zuerst nachsehen, ob er ausgeführt wurde; sonst mit wachsenden Wartezeiten erneut versuchen.',
    ],
    proofs: [],
  },
  'platform.error': {
    title: 'Bei BigCommerce ist intern etwas gescheitert',
    solutions: [
      'Eine Minute oder länger warten, dann bis zu fünfmal erneut versuchen, wenn das nicht schadet.',
      'Den Body prüfen: Fehlende Optionen, falsche Namen und große Dateien werden manchmal so beantwortet.',
      'Dem Support von BigCommerce die Anfrage-ID {id} nennen.',
    ],
    proofs: [],
  },
  'other.unrecognised': {
    title: 'Nichts Bekanntes passt zu dieser Antwort',
    solutions: ['Den Body lesen und den Status nachschlagen.', 'Dem Support von BigCommerce die Anfrage-ID {id} nennen.'],
    proofs: [],
  },
};
