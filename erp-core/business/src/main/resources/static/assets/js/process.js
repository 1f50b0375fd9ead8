// The picture of a process shows the current step first, however large it is.

for (const pane of document.querySelectorAll('[data-process]')) {
  const current = pane.querySelector('.now');
  if (!current) continue;
  const box = current.getBoundingClientRect();
  const view = pane.getBoundingClientRect();
  pane.scrollLeft += box.left - view.left - (view.width - box.width) / 2;
  pane.scrollTop += box.top - view.top - (view.height - box.height) / 2;
}
