// What is wrong with credentials, scopes and the store hash.

export const auth = {
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
      'Dem API-Konto den Scope `{scope}` geben; zum bloßen Lesen genügt dessen Form nur für das Lesen, wo es sie gibt.',
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
      'Sie von einem Server oder einem Edge Worker aufrufen, der das Token hat, ohne die Cookies der Seite, und die Seite diesen fragen lassen.',
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
      'Das Token des API-Kontos verwenden, das es angelegt hat: Nur dieses sieht seine Webhooks und Skripte; über Metafelder entscheiden `permission_set` und der Scope `store_metafield_write_all`.',
    ],
    proofs: [],
  },
};
