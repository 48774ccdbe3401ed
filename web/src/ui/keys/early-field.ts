import styles from './early-field.module.css';

/** The field of the page, while that is open. */
let standing: HTMLInputElement | null = null;
/** Takes what is typed until the page is there. */
let early: HTMLInputElement | null = null;

/**
 * Lets one write what one looks for, at once: in the field of the page if it is open, else in one that
 * stands in for it until the page has come. A real field, so that a Chinese or Japanese input method
 * works from the first key on.
 * @returns whether the page is still to be gone to
 */
export function beginToLook(label: string): boolean {
  if (standing) {
    standing.focus();
    standing.select();
    return false;
  }
  dropEarly();
  const field = document.createElement('input');
  field.className = styles.early!;
  field.setAttribute('aria-label', label);
  field.maxLength = 500;
  field.autocomplete = 'off';
  field.spellcheck = false;
  // Whoever goes elsewhere means something else.
  field.addEventListener('blur', dropEarly);
  field.addEventListener('keydown', ({ key, isComposing }) => {
    if (key === 'Escape' && !isComposing) dropEarly();
  });
  field.addEventListener('compositionstart', () => (field.dataset['composing'] = ''));
  field.addEventListener('compositionend', () => delete field.dataset['composing']);
  document.body.append(field);
  field.focus();
  early = field;
  return true;
}

/**
 * The field of the page is there: it takes the focus, and `write` what was typed before. A syllable
 * that is just being composed is waited for.
 * @returns how to say that the field goes
 */
export function takeOver(field: HTMLInputElement, write: (text: string) => void): () => void {
  standing = field;
  const from = early;
  const take = () => {
    // It may have been left meanwhile.
    if (from === null || from !== early) return;
    const { value } = from;
    field.focus();
    dropEarly();
    if (value !== '') write(value);
  };
  if (from === null) field.focus();
  else if (from.dataset['composing'] === undefined) take();
  else from.addEventListener('compositionend', take, { once: true });
  return () => {
    if (standing === field) standing = null;
  };
}

/** The page did not come, or nobody waits for it any more. */
export function dropEarly(): void {
  const field = early;
  early = null;
  field?.remove();
}
