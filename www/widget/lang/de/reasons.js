// Why a decision about a retry fell as it did, by the English.

export const reasons = {
  'The request succeeded.': 'Die Anfrage war erfolgreich.',
  'Part of the request was done; send again only what failed.':
    'Ein Teil der Anfrage wurde ausgeführt; nur erneut senden, was gescheitert ist.',
  'Nothing has changed since the date the request named.':
    'Seit dem Datum, das die Anfrage nannte, hat sich nichts geändert.',
  'The answer is at another URL; send the request there.':
    'Die Antwort liegt unter einer anderen URL; die Anfrage dorthin senden.',
  'The same request would get the same answer; change it first.':
    'Dieselbe Anfrage bekäme dieselbe Antwort; sie zuerst ändern.',
  'The resource is locked, and nothing says until when; try again later by hand.':
    'Die Ressource ist gesperrt, und nichts sagt, bis wann; später von Hand erneut versuchen.',
  'No wait changes this answer.': 'Kein Warten ändert diese Antwort.',
  'The client closed the connection, so nobody waits for an answer.':
    'Der Client hat die Verbindung geschlossen, also wartet niemand auf eine Antwort.',
  'A web page can never reach this API: it sends no CORS headers. Call it from a server.':
    'Eine Webseite kann diese API nie erreichen: Sie sendet keine CORS-Header. Von einem Server aufrufen.',
  'This is no final HTTP answer, so nothing can be concluded from it.':
    'Das ist keine endgültige HTTP-Antwort, also lässt sich nichts daraus schließen.',
  'The quota is spent and refills after this wait; the request is taken not to have run.':
    'Das Kontingent ist verbraucht und füllt sich nach dieser Wartezeit wieder auf; die Anfrage gilt als nicht ausgeführt.',
  'The server asked for this wait.': 'Der Server hat diese Wartezeit verlangt.',
  'Throttled without a usable wait: the store is under load; the request is taken not to have run.':
    'Gedrosselt ohne brauchbare Wartezeit: Der Store ist unter Last; die Anfrage gilt als nicht ausgeführt.',
  'A storefront refused a write without naming a quota: this is abuse protection, and repeating makes it worse.':
    'Eine Storefront hat einen Schreibzugriff abgelehnt, ohne ein Kontingent zu nennen: Das ist Schutz vor Missbrauch, und Wiederholen macht es schlimmer.',
  'Only a shopper who signs in gets on; no wait replaces that.':
    'Weiter kommt nur ein Käufer, der sich anmeldet; das ersetzt kein Warten.',
  'A job of this kind is still running; look at the job, and send the request after its end.':
    'Ein Job dieser Art läuft noch; den Job beobachten und die Anfrage nach dessen Ende senden.',
  'Too many requests of this kind at once; send fewer in parallel.':
    'Zu viele Anfragen dieser Art gleichzeitig; weniger parallel senden.',
  'A service behind the API is in trouble and asks for a wait.':
    'Ein Dienst hinter der API ist gestört und verlangt eine Wartezeit.',
  'The store is suspended; only its owner or BigCommerce can change that.':
    'Der Store ist stillgelegt; nur sein Inhaber oder BigCommerce kann das ändern.',
  'The resource has changed since it was read; read it again and apply the change to that.':
    'Die Ressource hat sich geändert, seit sie gelesen wurde; sie neu lesen und die Änderung darauf anwenden.',
  'BigCommerce asks for a minute or more before a 500 is tried again, and longer each time.':
    'BigCommerce verlangt nach einem 500 eine Minute oder mehr vor dem nächsten Versuch, und jedes Mal länger.',
  'The store or a gateway before it is away for the moment.':
    'Der Store oder ein Gateway davor ist im Moment nicht erreichbar.',
  'No answer arrived.': 'Es kam keine Antwort.',
  'The request may have run, and sending it twice may do harm; check first whether it did.':
    'Die Anfrage kann ausgeführt worden sein, und sie zweimal zu senden kann schaden; zuerst prüfen, ob sie es wurde.',
  "The request's body is a stream that can be read only once.":
    'Der Body der Anfrage ist ein Stream, der sich nur einmal lesen lässt.',
  'All attempts that the policy allows were made.': 'Alle Versuche, die die Policy erlaubt, wurden gemacht.',
  'The right wait is longer than the policy allows; schedule the request for after it.':
    'Die richtige Wartezeit ist länger, als die Policy erlaubt; die Anfrage für die Zeit danach einplanen.',
  'Repeats have used up the budget that all calls share, so that an outage is not multiplied.':
    'Wiederholungen haben das Budget aufgebraucht, das sich alle Aufrufe teilen, damit sich ein Ausfall nicht vervielfacht.',
  'The caller gave up.': 'Der Aufrufer hat aufgegeben.',
  "A hook of the caller's refused the repeat.": 'Ein Hook des Aufrufers hat die Wiederholung abgelehnt.',
  'Most answers of this store are failures just now, so that only single probes go out; it may be back after this wait.':
    'Die meisten Antworten dieses Stores sind gerade Fehler, sodass nur einzelne Probeanfragen hinausgehen; nach dieser Wartezeit ist er vielleicht wieder da.',
};
