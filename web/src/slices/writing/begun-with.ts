/**
 * With which template a draft began, kept in this browser beside it. Where it is lost, on another
 * device say, the reply still goes; only the template is not counted.
 */
const placeOf = (caseId: string, kind: string) => `baton.template.${caseId}.${kind}`;

/** The id of the template with which a draft began; null where none did. */
export function begunWith(caseId: string, kind: string): string | null {
  return localStorage.getItem(placeOf(caseId, kind));
}

export function keepBegunWith(caseId: string, kind: string, template: string | null): void {
  try {
    if (template === null) localStorage.removeItem(placeOf(caseId, kind));
    else localStorage.setItem(placeOf(caseId, kind), template);
  } catch (error) {
    // The browser keeps no more: the draft itself says so where it stands.
    if (!(error instanceof DOMException)) throw error;
  }
}
