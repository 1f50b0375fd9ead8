// The frame: toasts leave after 8 seconds unless looked at, menus close, the theme changes at once.

const TOAST_MS = 8000;

function watch(toast) {
  if (toast.dataset.watched) return;
  toast.dataset.watched = 'true';
  let left;
  const start = () => { left = setTimeout(() => toast.remove(), TOAST_MS); };
  const stop = () => clearTimeout(left);
  for (const kind of ['mouseenter', 'focusin']) toast.addEventListener(kind, stop);
  for (const kind of ['mouseleave', 'focusout']) toast.addEventListener(kind, start);
  start();
}

const toasts = document.getElementById('toasts');
toasts.querySelectorAll('[data-toast]').forEach(watch);
new MutationObserver(() => toasts.querySelectorAll('[data-toast]').forEach(watch)).observe(toasts, { childList: true });

// What scrolls sideways can be reached, and so scrolled, by keyboard too.
function reachable() {
  document.querySelectorAll('.card:not([tabindex])').forEach(card => {
    if (card.scrollWidth > card.clientWidth) card.tabIndex = 0;
  });
}
reachable();
addEventListener('resize', reachable);
document.body.addEventListener('htmx:afterSettle', reachable);

document.addEventListener('click', event => {
  event.target.closest('[data-toast-close]')?.closest('[data-toast]')?.remove();
  document.querySelectorAll('details.who-menu[open], details.drop-menu[open]').forEach(menu => {
    if (!menu.contains(event.target)) menu.open = false;
  });
});
document.addEventListener('keydown', event => {
  if (event.key !== 'Escape') return;
  document.querySelectorAll('details.who-menu[open], details.drop-menu[open]').forEach(menu => {
    menu.open = false;
    menu.querySelector('summary').focus();
    event.preventDefault();
  });
}, true);

// The theme is kept by the same POST as without scripts; the page just doesn't have to be loaded again for it.
document.addEventListener('submit', event => {
  const form = event.target;
  if (!form.querySelector('[data-theme-switch]')) return;
  event.preventDefault();
  const theme = form.elements.theme.value;
  fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)), redirect: 'manual' });
  document.documentElement.dataset.bsTheme = theme;
  form.elements.theme.value = theme === 'dark' ? 'light' : 'dark';
}, true);

// A session that ended answers with the sign-in page, which belongs into the whole window.
document.body.addEventListener('htmx:beforeSwap', event => {
  if (new URL(event.detail.xhr.responseURL, location.href).pathname.endsWith('/login')) {
    event.detail.shouldSwap = false;
    location.reload();
  }
});

document.addEventListener('click', event => {
  if (event.target.closest('[data-print]')) window.print();
});
