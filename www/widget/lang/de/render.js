// What stands between the texts of a page in Markdown, HTML or plain text; the English is in
// www/entry/render.js.

export const render = {
  noName: '(kein eingetragener Name)',
  notStatus: 'Kein HTTP-Status',
  causes: 'Häufige Ursachen',
  solutions: 'Was zu tun ist',
  links: 'Weiterlesen',
  noAnswer: 'Keine Antwort',
  confidence: { certain: 'sicher', likely: 'wahrscheinlich', possible: 'möglich' },
  said: 'Was der Body sagt',
  index: 'Index ',
  more: ['… und ', ' weitere'],
  again: 'Erneut senden?',
  yes: ['Ja, nach ', 'Ja, sofort. '],
  no: ['Nicht jetzt; in ', 'Nein. '],
  requestId: 'Anfrage-ID für den Support von BigCommerce: ',
  decimal: ',',
};
