// Whether to send a request again, by the advice of a status.

export const advice = {
  'none-needed': 'Kein neuer Versuch ist nötig.',
  never: 'Nicht erneut senden: Die Antwort wird sich nicht ändern.',
  'after-change': 'Die Anfrage, oder worum es in ihr geht, vor dem erneuten Senden ändern.',
  'after-wait': 'Warten, dann erneut senden.',
  'if-repeatable': 'Nach einer Wartezeit erneut senden, wenn es nicht schadet, es zweimal zu tun.',
};
