import { useEffect } from 'react';

let page = '';
let news = 0;
/** From here on it is simply many. */
const many = 99;

function write(): void {
  const count = news === 0 ? '' : `(${news > many ? `${many}+` : news}) `;
  document.title = `${count}${page === '' ? 'Baton' : `${page} · Baton`}`;
}

/** Names the page in the browser's tab. */
export function useTitle(title: string): void {
  useEffect(() => {
    page = title;
    write();
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
