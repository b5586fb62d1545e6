// What the codes and their classes mean, in German: purpose, causes and solutions of each row
// of src/status.rs, in its order. Their names are words of the protocol, and stay.

export const statuses = {
  200: [
    'Die Anfrage war erfolgreich. Üblich bei GET und PUT; auch die meisten POST-Anfragen von V3 und manche DELETE-Anfragen werden mit 200 beantwortet.',
    [
      'Die Anfrage wurde ausgeführt.',
      'GraphQL antwortet auch dann mit 200, wenn die Abfrage oder Mutation gescheitert ist: Der Body enthält dann `errors`.',
    ],
    ['Bei GraphQL und Batches `errors` im Body lesen, bevor es als Erfolg gilt.'],
  ],
  201: [
    'Ein POST war erfolgreich, und die Ressource existiert.',
    ['Die Ressource wurde angelegt; in V2 nennt sie der Header `Location`.'],
    ['Nicht auf 201 bestehen: Viele POST-Anfragen, vor allem in V3, werden mit 200 beantwortet.'],
  ],
  202: [
    'Ein Job wurde eingeplant, der die Arbeit erledigen wird. Erledigt ist sie noch nicht.',
    ['Die Operation läuft im Hintergrund, etwa das Löschen vieler Kategorien.'],
    ['Die Ressource später lesen, um zu sehen, ob die Arbeit erledigt ist; die Anfrage bis dahin nicht erneut senden.'],
  ],
  204: [
    'Die Anfrage war erfolgreich, und es gibt nichts zurückzugeben. Bei einem GET heißt das ein leeres Ergebnis: Listen von V2 ohne Treffer und Seiten nach der letzten werden so beantwortet; in V3 nur wenige, etwa die Bilder eines Produkts.',
    [
      'Ein DELETE oder ein anderer Schreibzugriff wurde ausgeführt.',
      'Eine Liste ist leer, oder die Seite liegt hinter der letzten.',
      'DELETE /v3/customers ohne einen Filter `id:in`: Nichts wurde gelöscht.',
      'Wenn Inhalt erwartet wurde: Die Anfrage wurde zwischen der Adresse des Stores mit www und der ohne umgeleitet.',
    ],
    [
      'Den Body nicht parsen; ihn als leere Liste nehmen.',
      'Wenn Inhalt erwartet wurde, Filter und Seite prüfen, dann die URL mit oder ohne www versuchen.',
    ],
  ],
  207: [
    'Mehrere Operationen wurden ausgeführt, jede mit einem eigenen Status im Body. In der Regel sind einige davon gescheitert.',
    ['Mindestens ein Eintrag eines Batchs wurde abgelehnt, während andere gespeichert wurden.'],
    [
      'Den Body Eintrag für Eintrag durchgehen.',
      'Die gescheiterten Einträge berichtigen und nur sie erneut senden.',
      'Möglicherweise nennt der Body gar keinen Fehler; dann vergleichen, was gespeichert und was gesendet wurde.',
    ],
  ],
  301: [
    'Die Adresse hat sich dauerhaft geändert: Die Route ist umgezogen (selten), oder einfaches http wurde auf https umgeleitet.',
    [
      'Die URL beginnt mit http.',
      'Der Store antwortet nur unter seiner Adresse mit www oder nur unter der ohne.',
      'Die Route ist umgezogen.',
    ],
    [
      'Ab jetzt https und die Adresse im Header `Location` verwenden.',
      'Die URL mit oder ohne www versuchen.',
      'Einen Client X-Auth-Token nie zu einem anderen Host mitnehmen lassen.',
    ],
  ],
  302: [
    'Die Antwort liegt vorläufig unter einer anderen Adresse. BigCommerce nennt diesen Code nur in seinen Hinweisen zur Fehlersuche.',
    [
      'Der Store antwortet nur unter seiner Adresse mit www oder nur unter der ohne.',
      'Die Anfrage trägt X-Forwarded-Header eines Proxys.',
      'Vor langer Zeit: eine veraltete Version der API, die auf die aktuelle verweist.',
    ],
    [
      'Die URL mit oder ohne www versuchen.',
      'X-Forwarded-Header entfernen.',
      'Ansehen, wohin `Location` zeigt, bevor dem gefolgt wird.',
    ],
  ],
  304: [
    'Die Ressource hat sich seit dem Datum in `If-Modified-Since` nicht geändert. Keine aktuelle Operation dokumentiert diesen Header; damit ist also nur bei V2 zu rechnen.',
    ['Die Anfrage enthielt `If-Modified-Since`.'],
    ['Die vorhandene Kopie verwenden.', 'Um den Inhalt trotzdem zu erhalten, `If-Modified-Since` weglassen.'],
  ],
  400: [
    'Die Anfrage ist fehlerhaft aufgebaut, oder ihre URL ist nicht erlaubt, etwa wegen eines Ports darin.',
    [
      'Der Body ist kein gültiges JSON, oder Pflichtangaben fehlen.',
      'Der Header `Content-Type` fehlt.',
      'In der URL steht ein Port oder ein nicht gefüllter Platzhalter.',
      'Die Ressource unterstützt ein Feld oder einen Filter nicht (V2).',
      'Die URL eines Bildes ließ sich nicht von ihrem Host abrufen.',
    ],
    [
      'Die Syntax des Bodys prüfen und nach fehlenden Angaben suchen.',
      '`Content-Type: application/json` senden.',
      'Die URL auf Ports und Platzhalter prüfen.',
    ],
  ],
  401: [
    'Zugangsdaten fehlen oder sind ungültig. Über den Store-Hash sagt das nichts: Das Token wird zuerst geprüft.',
    [
      'X-Auth-Token fehlt, ist leer oder enthält einen Tippfehler.',
      'Das Token wurde widerrufen: Die E-Mail-Adresse des Inhabers oder die Scopes der App haben sich geändert, ein neueres Token wurde ausgestellt oder das API-Konto gelöscht.',
      'GraphQL: Das Bearer-Token ist abgelaufen oder gehört zu einem anderen Kanal oder Store.',
      'V2, einst berichtet und vielleicht nicht mehr so: ein Schrägstrich am Ende des Pfads.',
    ],
    [
      'Das Access Token prüfen, und die Client-ID, wo eine verwendet wird.',
      'Dieselben Zugangsdaten mit curl senden; wenn das klappt, liegt der Fehler in der App oder ihren Einstellungen.',
      'Nach einer Änderung der Scopes den Händler die App erneut öffnen lassen oder ein neues API-Konto anlegen.',
    ],
  ],
  403: [
    'Die Zugangsdaten sind gültig, erlauben dies aber nicht. Ein falscher Store-Hash sieht genauso aus.',
    [
      'Dem Token fehlt der OAuth-Scope dieser Ressource.',
      'Die URL ist falsch, meist der Store-Hash darin.',
      'Das Konto des Store-Inhabers hat sich geändert.',
      'Die Operation würde eine Grenze der Plattform überschreiten, etwa die Anzahl der Marken oder Kategorien.',
      'Der Benutzer darf keine Apps installieren oder deinstallieren.',
      'Auf einer Storefront: eine Firewall oder eine Bot-Prüfung vor dem Store.',
    ],
    [
      'Die Scopes mit denen vergleichen, die die Ressource braucht: im Control Panel unter den API-Konten oder im Developer Portal unter My Apps.',
      'Route und Store-Hash prüfen: der Hash allein, in Kleinbuchstaben, ohne `store-` davor.',
      'Prüfen, ob eine Grenze der Plattform erreicht ist.',
      'Prüfen, ob der Benutzer Apps installieren und deinstallieren darf.',
    ],
  ],
  404: [
    'Was angefragt wurde, existiert nicht. Auch das Gateway antwortet mit 404, in einfachem Text, wenn es eine Route nicht gibt oder sie diese Methode nicht annimmt.',
    [
      'Mit dieser ID gibt es nichts, oder es wurde gelöscht.',
      'Der Pfad ist falsch: ein Tippfehler, V2 statt V3 oder das falsche übergeordnete Element.',
      'Die Route gibt es, aber nicht für diese Methode; GET /v3/carts ist ein Beispiel.',
      'Dem Token fehlt ein Scope; auch das kann so aussehen.',
      'Manche DELETE-Anfragen ohne Filter.',
      'Ein Gast hat nach dem aktuellen Kunden einer Storefront gefragt: Das ist normal.',
    ],
    [
      'Wenn der Body einfacher Text ist oder JSON mit nur einem allgemeinen Titel: Pfad, Version und Methode prüfen.',
      'Wenn der Titel eine Entität nennt: deren ID prüfen.',
      'Wenn all das zu stimmen scheint, die Scopes des Tokens prüfen.',
      'Nach einem DELETE, das schon ausgeführt worden sein kann, 404 als erledigt nehmen; bei einer Liste kann gelöscht sein, was es gab.',
    ],
  ],
  405: [
    'Die Ressource gibt es, sie unterstützt aber die Methode nicht. In der Praxis beantwortet das Gateway die meisten solchen Anfragen mit einem 404 in einfachem Text.',
    [
      'Der Pfad nimmt andere Methoden an: PUT geht zum Beispiel an /v2/orders/{id} und nicht an /v2/orders.',
      'Eine Regel der Ressource: Codes lassen sich nur für manche Promotions erzeugen.',
    ],
    ['Nachschlagen, welche Methoden der Pfad annimmt.', 'Prüfen, ob im Pfad die ID fehlt.'],
  ],
  406: [
    'Das in `Accept` genannte Format wird nicht unterstützt.',
    [
      'Der Header `Accept` nennt ein Format, das die Ressource nicht hat, oder er fehlt; ohne ihn kann V2 in XML antworten.',
    ],
    ['`Accept: application/json` senden.'],
  ],
  408: [
    'Der Server hat nicht länger auf den Eingang der Anfrage gewartet. BigCommerce dokumentiert das nicht, aber sein eigener Client sieht es vor.',
    ['Die Verbindung ist langsam oder wurde unterbrochen.', 'Der Body ist zu groß für die Verbindung.'],
    ['Die Anfrage erneut senden, wenn sie sich gefahrlos wiederholen lässt.', 'Weniger auf einmal senden.'],
  ],
  409: [
    'Die Änderung wird wegen eines Zustands im Store abgelehnt. Der Body, vor allem `details`, kann ihn nennen.',
    [
      'Der Name, die SKU oder die URL ist vergeben.',
      'Eine Marke, Kategorie oder Steuerklasse, die die Anfrage nennt, gibt es nicht.',
      'Die `version` eines Warenkorbs oder Checkouts ist nicht mehr die aktuelle.',
      'Etwas anderes hängt davon ab, etwa Produkte von einer Kategorie, die gelöscht werden soll.',
      'Ein anderer Job, Upload oder ein anderes Deployment läuft noch.',
    ],
    [
      'Lesen, was der Body nennt, und das zuerst lösen.',
      'Bei einem Versionskonflikt die Ressource neu lesen und die Änderung darauf anwenden.',
      'Solange ein anderer Job läuft, auf dessen Ende warten.',
    ],
  ],
  413: [
    'Zu viele Objekte auf einmal. Die Status-Seite meint ein `limit` über dem Maximum; in der Praxis ist es meist ein zu langer Batch oder eine zu große Datei.',
    [
      'Der Batch hat mehr Einträge, als die Route annimmt: 10 Produkte, 50 Varianten, 10 Kunden.',
      '`limit` liegt über dem Maximum.',
      'Die Datei ist zu groß.',
    ],
    ['Weniger Einträge pro Anfrage senden.', '`limit` senken; 250 ist das übliche Maximum.'],
  ],
  415: [
    'Der `Content-Type` der Anfrage wird nicht unterstützt oder fehlt.',
    [
      'Der Header `Content-Type` fehlt oder nennt einen nicht unterstützten Typ. Die Antwort ist einfacher Text oder HTML und kein JSON.',
    ],
    [
      '`Content-Type: application/json` mit JSON im Body senden; bei einer Datei den Client `multipart/form-data` selbst setzen lassen.',
    ],
  ],
  422: [
    'Pflichtfelder fehlen oder Werte sind ungültig; der Body sagt, welche. Bei manchen Batches werden die gültigen Einträge trotzdem gespeichert.',
    [
      'Ein Pflichtfeld fehlt.',
      'Ein Wert hat den falschen Typ oder ist nicht erlaubt.',
      'Ein Filter oder Query-Parameter wird nicht unterstützt.',
      'Der Zahlungsanbieter hat abgelehnt.',
    ],
    [
      '`errors` im Body durchgehen und jedes Feld berichtigen, das dort steht.',
      'Nach einem Batch vor dem erneuten Senden prüfen, was gespeichert wurde.',
      'In einem Job ein einzelnes 422 überspringen und protokollieren; anhalten, wenn sie sich häufen.',
    ],
  ],
  423: [
    'Die Ressource ist gesperrt und lässt sich jetzt nicht verwenden. Wann das endet, ist nirgends dokumentiert.',
    ['Ein anderer Vorgang sperrt die Ressource.'],
    [
      'Es später erneut versuchen; wenn sie gesperrt bleibt, den Support von BigCommerce fragen und die Anfrage-ID nennen.',
    ],
  ],
  429: [
    'Der Client hat das Kontingent des Stores aufgebraucht. Die Anfrage gilt als nicht ausgeführt. Ohne Header eines Kontingents ist es die Plattform unter Last oder ein Schutz vor Missbrauch.',
    [
      'Das Kontingent des Zeitfensters ist verbraucht; alle Apps eines Stores teilen es sich.',
      'Der Store steht unter starker Last: Die X-Rate-Limit-Header fehlen.',
      'Zu viele gleichzeitige Anfragen an eine Route, die Parallelität begrenzt.',
      'Spam-Schutz oder ein Job, der schon läuft: kein Kontingent, und Warten allein hilft nicht.',
    ],
    [
      'Die Millisekunden in `X-Rate-Limit-Time-Reset-Ms` warten, oder die Sekunden in `X-Retry-After`, wenn der Header da ist und länger währt, und bis dahin nichts an diesen Store senden.',
      'Ohne diese Header mit jedem Versuch länger warten.',
      '`X-Rate-Limit-Requests-Left` beobachten und langsamer werden, bevor null erreicht ist.',
      'Wo ein schon laufender Job im Weg steht, auf dessen Ende warten.',
      'Wo eine Storefront einen Schreibzugriff ohne diese Header ablehnt, ihn nicht wiederholen: den Menschen sich anmelden oder bestätigen lassen.',
    ],
  ],
  499: [
    'Der Client hat die Verbindung vor der Antwort geschlossen. In Logs ist das zu sehen; der Client selbst erhält es nicht.',
    [
      'Die Zeitgrenze des Clients ist kürzer, als die Anfrage dauert.',
      'Der Benutzer oder ein Proxy hat abgebrochen.',
    ],
    [
      'Der Anfrage mehr Zeit lassen oder weniger verlangen.',
      'Nach einem Schreibzugriff vor dem erneuten Senden prüfen, ob er ausgeführt wurde.',
    ],
  ],
  500: [
    'In der API ist etwas gescheitert. Hin und wieder werden auch Fehler des Clients und sogar Ratenbegrenzung mit einem 500 beantwortet.',
    [
      'Die Anfrage ist aufwendig: viele Objekte, viele Unterressourcen.',
      'Ein interner Fehler bei BigCommerce.',
      'Eingaben, die die API nicht prüft: Warenkörbe und Checkouts ohne Optionen, ein zu großes Bild, B2B ohne X-Store-Hash.',
    ],
    [
      'Drei- bis fünfmal erneut versuchen, jedes Mal mit längerer Wartezeit und mindestens einer Minute. (Der Migrationsleitfaden von BigCommerce erlaubt kürzere Wartezeiten; die Status-Seite nicht.)',
      'Weniger verlangen: ein kleineres `limit` oder nur die Felder, die gebraucht werden.',
      'Nach einem Schreibzugriff vor dem erneuten Senden prüfen, ob er ausgeführt wurde.',
      'Die Status-Seite von BigCommerce ansehen.',
    ],
  ],
  501: [
    'Die API unterstützt die Methode nirgends, wie bei TRACE und PATCH.',
    ['Die Anfrage verwendet PATCH oder TRACE.'],
    ['Zum Ändern PUT verwenden.'],
  ],
  502: [
    'Die Anfrage ist auf ihrem Weg durch BigCommerce gescheitert. Sie kann ausgeführt worden sein.',
    ['Ein Dienst hinter dem Gateway hat nicht richtig geantwortet.'],
    [
      'Mit wachsenden Wartezeiten erneut versuchen, wenn sich die Anfrage gefahrlos wiederholen lässt.',
      'Nach einer Zahlung, einem Capture, Void oder einer Erstattung zuerst die Transaktionen der Bestellung prüfen.',
    ],
  ],
  503: [
    'Der Store ist wegen Wartung nicht erreichbar, wird aktualisiert oder ist aus administrativen Gründen oder wegen der Abrechnung stillgelegt.',
    [
      'Wartung oder ein Upgrade.',
      'Ein Dienst hinter der API ist nicht erreichbar.',
      'Der Store ist stillgelegt: Dann hilft kein Warten, bis der Händler handelt.',
    ],
    [
      'Mit wachsenden Wartezeiten erneut versuchen und andere Arbeit an diesem Store pausieren.',
      'Wenn es anhält, die Status-Seite von BigCommerce ansehen.',
      'Wenn der Body von einem stillgelegten Store spricht, den Händler bitten, sich an BigCommerce zu wenden.',
    ],
  ],
  504: [
    'Die Antwort dauerte zu lange. Die Anfrage kann ausgeführt worden sein oder noch laufen.',
    ['Die Anfrage ist aufwendig.', 'Ein Dienst hinter dem Gateway ist langsam.'],
    [
      'Mit wachsenden Wartezeiten erneut versuchen, wenn sich die Anfrage gefahrlos wiederholen lässt; mehrere Versuche führen meist zum Ziel.',
      'Nach einem Schreibzugriff vor dem erneuten Senden prüfen, ob er ausgeführt wurde.',
      'Weniger in einer Anfrage verlangen.',
    ],
  ],
  505: [
    'Der Server spricht diese Version von HTTP nicht. Warten ändert daran nichts.',
    ['Der Client oder ein Proxy verwendet eine unübliche Version von HTTP.'],
    ['HTTP/1.1 oder HTTP/2 verwenden.'],
  ],
  507: [
    'Der Store hat eine Grenze seines Tarifs bei BigCommerce erreicht, etwa 500 Produkte.',
    ['Der Tarif erlaubt nicht mehr Objekte dieser Art.'],
    ['Löschen, was nicht mehr gebraucht wird, oder den Händler den Tarif wechseln lassen.'],
  ],
  509: [
    'Die stündliche Grenze der alten V2-API mit Basic Authentication ist erreicht. Die Anfrage gilt als nicht ausgeführt.',
    ['Mehr Anfragen in einer Stunde, als die alte API erlaubt.'],
    [
      '`X-BC-ApiLimit-Remaining` beobachten: Der Header zählt, was in einer gleitenden Stunde übrig ist.',
      'Auf ein API-Konto und V3 umsteigen.',
    ],
  ],

  informational: [
    'Eine Zwischenantwort; die endgültige kommt noch.',
    ['Der Client hat eine Zwischenantwort gezeigt, als wäre sie die endgültige.'],
    ['Auf die endgültige Antwort warten.'],
  ],
  success: [
    'Die Anfrage war erfolgreich. BigCommerce dokumentiert diesen Code nicht.',
    ['Die Anfrage wurde verstanden und angenommen.'],
    ['Einzelheiten im Body lesen.'],
  ],
  redirection: [
    'Die Antwort liegt unter einer anderen Adresse. BigCommerce dokumentiert diesen Code nicht.',
    ['Die Adresse hat sich geändert, oder http wurde auf https umgeleitet.'],
    [
      'Die Adresse im Header `Location` verwenden.',
      'Einen Client X-Auth-Token nie zu einem anderen Host mitnehmen lassen.',
    ],
  ],
  'client-error': [
    'Die Anfrage wurde abgelehnt. BigCommerce dokumentiert diesen Code nicht; ihn wie ein 400 behandeln.',
    ['Etwas an der Anfrage passt dem Server oder einem Proxy unterwegs nicht.'],
    [
      'Den Body lesen und die Anfrage ändern, bevor sie erneut gesendet wird.',
      'Prüfen, ob ein Proxy unterwegs geantwortet hat.',
    ],
  ],
  'server-error': [
    'Der Server oder ein Gateway davor ist gescheitert. BigCommerce dokumentiert diesen Code nicht; ihn wie ein 500 behandeln.',
    ['Ein Ausfall bei BigCommerce oder bei einem Proxy unterwegs.'],
    [
      'Mit wachsenden Wartezeiten erneut versuchen, wenn sich die Anfrage gefahrlos wiederholen lässt.',
      'Die Status-Seite von BigCommerce ansehen.',
    ],
  ],
  unknown: [
    'Das ist kein HTTP-Statuscode: Statuscodes sind die ganzen Zahlen von 100 bis 599.',
    [
      'Es kam keine Antwort, oder ein Browser hat sie verborgen: Eine undurchsichtige Antwort („opaque“) hat den Status 0.',
      'Die Zahl ist kein Status, sondern ein Code aus einem Body.',
    ],
    [
      'Den Status der HTTP-Antwort nehmen und keine Zahl aus ihrem Body.',
      'Wenn keine Antwort kam, nach dem Ausfall fragen statt nach einem Status.',
    ],
  ],
};
