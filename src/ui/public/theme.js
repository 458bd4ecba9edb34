// A small file of its own, loaded before anything is drawn: modules run too late to prevent a flash of the
// other theme, and a strict content policy (script-src 'self') forbids writing it into the page.
try {
  const theme = localStorage.getItem('bottega.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Storage is forbidden: the device's own theme is already on.
}
