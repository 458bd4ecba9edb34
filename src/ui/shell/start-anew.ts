/** Leaves this page for the bench of whoever is here now. */
export function startAnew(): void {
  // The way back may show the page just as it was left, with all that was on it: then it is loaded anew as well.
  window.addEventListener('pageshow', () => location.reload());
  location.assign('/');
}
