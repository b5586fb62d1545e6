// What is wrong at BigCommerce's end, or that nothing known fits.

export const platform = {
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
  'platform.worker-failed': {
    title: 'Der Worker vor dem Store ist selbst gescheitert',
    solutions: [
      'Nennt die Antwort ein Binding, es setzen; sonst das Log des Workers lesen oder seinem `createHandler` die Option `onProblem` geben, die den Fehler erfährt.',
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
    solutions: [
      'Den Body lesen und den Status nachschlagen.',
      'Die Option `{option}` des Workers vor dem Store entscheidet, wie viel er sagt.',
      'Dem Support von BigCommerce die Anfrage-ID {id} nennen.',
    ],
    proofs: [],
  },
};
