// What the core itself says in a diagnosis, by the English of src/diagnose.rs and src/body.
// A gap stands for what it puts there.

/** Whole sentences of evidence. */
export const evidence = {
  'The body says: “{message}”': 'Der Body sagt: „{message}“',
  'The Worker in front of the store says: “{message}”': 'Der Worker vor dem Store sagt: „{message}“',
  'HTTP {code} to {method} `{path}`': 'HTTP {code} auf {method} `{path}`',
  'No answer to {method} `{path}`': 'Keine Antwort auf {method} `{path}`',
};

/** What is said of a body that could not be taken as it was; several may follow each other. */
export const notes = {
  'The body is no text; it may be compressed.': 'Der Body ist kein Text; er ist vielleicht komprimiert.',
  'Only the first {count} KB of the body were read.': 'Nur die ersten {count} KB des Bodys wurden gelesen.',
  "The body names the status {count}; the answer's own counts.":
    'Der Body nennt den Status {count}; der Status der Antwort selbst gilt.',
  'Only the first 1000 of {count} complaints are listed.': 'Nur die ersten 1000 von {count} Beanstandungen sind aufgeführt.',
  'The body ends in the middle.': 'Der Body bricht mittendrin ab.',
  'What is nested more than 64 levels deep was left out.':
    'Was mehr als 64 Ebenen tief verschachtelt ist, wurde weggelassen.',
  'Part of the body is no JSON, and is kept as it is.':
    'Ein Teil des Bodys ist kein JSON und bleibt, wie er ist.',
};

/** What stands where a body has no words of its own. */
export const messages = {
  'The job has failed.': 'Der Job ist gescheitert.',
  'Refused without a reason': 'Ohne Angabe eines Grundes abgelehnt',
  'Refused without a reason ({identity})': 'Ohne Angabe eines Grundes abgelehnt ({identity})',
};

/** What the codes of BigCommerce's validator mean, which begin with `error.`. */
export const validator = {
  'It was not accepted.': 'Es wurde nicht angenommen.',
  'It is required, and missing.': 'Es ist erforderlich und fehlt.',
  'It must not be empty.': 'Es darf nicht leer sein.',
  'It must be a number.': 'Es muss eine Zahl sein.',
  'It must be a text.': 'Es muss ein Text sein.',
  'It must be true or false.': 'Es muss true oder false sein.',
  'It must be a list.': 'Es muss eine Liste sein.',
  'It must be an object.': 'Es muss ein Objekt sein.',
  'It must be one of the listed values.': 'Es muss einer der aufgeführten Werte sein.',
  'It must be a date as in the reference.': 'Es muss ein Datum wie in der Referenz sein.',
  'It has the wrong type.': 'Es hat den falschen Typ.',
  'It is too short.': 'Es ist zu kurz.',
  'It is too long.': 'Es ist zu lang.',
  'It is too small.': 'Es ist zu klein.',
  'It is too large.': 'Es ist zu groß.',
  'It must be an e-mail address.': 'Es muss eine E-Mail-Adresse sein.',
  'It does not have the required form.': 'Es hat nicht die verlangte Form.',
  'It is not known here.': 'Es ist hier nicht bekannt.',
  'It is not valid.': 'Es ist nicht gültig.',
};

/** What fills the gaps of findings: `4.2 s` and `0 of 150`. */
export const gaps = { '.': ',', ' of ': ' von ' };
