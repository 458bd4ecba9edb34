/** Leaves this page for the bench of whoever is here now; `said` is what that page is to tell first. */
export function startAnew(said: '' | '?erased=1' = ''): void {
  // The way back may show the page just as it was left, with all that was on it: then it is loaded anew as well.
  window.addEventListener('pageshow', () => location.reload());
  location.assign(`/${said}`);
}
