import { useEffect } from 'react';

let page = '';
/** What stands over the page. */
let over: string | null = null;
let news = 0;
/** From here on it is simply many. */
const many = 99;

function write(): void {
  const shown = over ?? page;
  const count = over !== null || news === 0 ? '' : `(${news > many ? `${many}+` : news}) `;
  document.title = `${count}${shown === '' ? 'Baton' : `${shown} · Baton`}`;
}

/** Names the page in the browser's tab. */
export function useTitle(title: string): void {
  useEffect(() => {
    page = title;
    write();
  }, [title]);
}

/** Names what stands over the page; when that goes, the page has its own name again. */
export function useTitleOver(title: string): void {
  useEffect(() => {
    over = title;
    write();
    return () => {
      over = null;
      write();
    };
  }, [title]);
}

/** Says before the name in the browser's tab how much is new. */
export function useTitleCount(count: number): void {
  useEffect(() => {
    news = count;
    write();
    return () => {
      news = 0;
      write();
    };
  }, [count]);
}
