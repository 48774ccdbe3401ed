// Sets light or dark before the first paint; a file of its own, because the policy allows no inline
// script. The same place is read and written by Mantine.
(function () {
  let kept = null;
  try {
    kept = window.localStorage.getItem('mantine-color-scheme-value');
  } catch {
    // Without storage the system decides.
  }
  const dark =
    kept === 'dark' ||
    (kept !== 'light' && window.matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
})();
