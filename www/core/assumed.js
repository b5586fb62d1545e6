// What is said of an exchange whose status no text tells: it stands for a sentence.

/** As much of a text as findings quote. */
const LONGEST_QUOTE = 160;

/**
 * Takes the status out of a diagnosis: what it gave away, the sentence did. Findings show no e-mail addresses. Where no
 * sentence of the answer is known, only that there was nothing in it, the status is a guess, and so is what follows.
 * @type {(diagnosis: any, status: number) => void}
 */
export const withoutStatus = ({ classification, findings }, status) => {
  classification.status = null;
  const { title, items = [] } = classification.error ?? {};
  const said = title ?? items[0]?.message ?? '@';
  for (const finding of findings) {
    delete finding.values.code;
    const isOfStatus = finding.evidence.startsWith(`HTTP ${status}`);
    if (!classification.error) {
      if (finding.confidence === 'certain') finding.confidence = 'likely';
      if (isOfStatus) finding.evidence = finding.evidence.replace(String(status), '$&?');
    } else if (isOfStatus && !said.includes('@')) finding.evidence = `“${said.slice(0, LONGEST_QUOTE)}”`;
  }
};
