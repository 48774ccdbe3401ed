/** How a page waits for its server, and begins anew. */
type Ways = {
  answers: () => Promise<boolean>;
  wait: () => Promise<void>;
  /** Resolves to false where that was just done, and changes nothing. */
  loadAnew: () => boolean;
};

/**
 * Fetches a part of the desk. While the line is lost it is waited for. Where it does not come though
 * the server answers, the page is loaded anew: Baton was brought up to date meanwhile and the old part
 * is gone, or the browser remembers that it once did not come.
 * @throws what the browser says, when the part does not come in a page that was just loaded either
 */
export async function fetchPart<T>(part: () => Promise<T>, by: Ways = here): Promise<T> {
  for (;;) {
    try {
      return await part();
    } catch (error) {
      if (!(await by.answers())) await by.wait();
      else if (by.loadAnew()) return new Promise<T>(() => {});
      else throw error;
    }
  }
}

/** Whether the server is there. */
export async function answers(): Promise<boolean> {
  const answer = await fetch('/api/health').catch(() => null);
  return answer?.ok ?? false;
}

const againMs = 2_000;
/** A page that was loaded anew so lately has all parts that there are. */
const freshMs = 30_000;
const loadedAnewAt = 'baton.loaded-anew';

const here: Ways = {
  answers,
  wait: () => new Promise((resolve) => setTimeout(resolve, againMs)),
  loadAnew: () => {
    if (Date.now() - Number(sessionStorage.getItem(loadedAnewAt)) < freshMs) return false;
    sessionStorage.setItem(loadedAnewAt, String(Date.now()));
    location.reload();
    return true;
  },
};
