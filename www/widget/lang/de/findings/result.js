// What is wrong with what a request came to.

export const result = {
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
      'In einem Filter wie `?{filter}=...` nennen, was gelöscht werden soll.|Vergleichen, was zurückkam und was gesendet wurde.',
    ],
    proofs: [
      '{method} {path} hat keinen Filter.',
      '{method} {path} hat keinen Filter, und die Spezifikation verlangt einen.',
      'Die Antwort auf {method} {path} ist eine leere Liste.',
      'Laut dem Body wurden 0 ausgeführt.',
    ],
  },
  'result.deleted-all': {
    title: 'Die Anfrage hat alles in dieser Sammlung gelöscht',
    solutions: [
      'War das nicht gewollt, anhalten, was sie sendet, und aus einem Backup oder einem Export wiederherstellen.',
      'Um einige zu löschen, einen Filter wie `?{filter}=...` hinzufügen.|Um eines zu löschen, dessen ID hinter den Pfad setzen.',
    ],
    proofs: ['{method} {path} hat keinen Filter, und ohne Filter löscht diese Route alles.'],
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
};
