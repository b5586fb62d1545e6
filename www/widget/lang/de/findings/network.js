// What is wrong where no answer came.

export const network = {
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
      'Den Namen `{host}`, DNS, Proxys und Firewalls dort prüfen, wo dies läuft; nach einem Schreibzugriff zuerst nachsehen, ob er ausgeführt wurde.|Die URL und ihren Host prüfen, auch DNS, Proxys und Firewalls.',
    ],
    proofs: [],
  },
};
