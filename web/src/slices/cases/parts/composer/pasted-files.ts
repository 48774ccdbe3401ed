/**
 * The files that somebody pastes. Writing programs lay a picture of the words beside the words: then
 * the words are meant.
 */
export function pastedFiles(pasted: DataTransfer | null): File[] {
  const files = [...(pasted?.files ?? [])];
  const html = files.length > 0 ? (pasted?.getData('text/html') ?? '') : '';
  if (html === '') return files;
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  return body.textContent.trim() === '' ? files : [];
}
