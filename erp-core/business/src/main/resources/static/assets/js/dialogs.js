// Dialogs trap focus and give it back, which the browser does; here is what opens, closes and answers them.

document.addEventListener('click', event => {
  const opener = event.target.closest('[data-confirm]');
  if (opener) {
    const dialog = document.getElementById(opener.dataset.confirm);
    if (dialog) {
      event.preventDefault();
      dialog.showModal();
      (dialog.querySelector('[autofocus]') ?? dialog.querySelector('input:not([type=hidden]), textarea, button:not([data-dialog-close])'))?.focus();
    }
    return;
  }
  if (event.target.closest('[data-dialog-close]')) {
    event.target.closest('dialog')?.close();
  } else if (event.target.matches('dialog')) {
    event.target.close();
  }
});

// The palette: places of the menu by name; without a choice the words go to the search of documents.
const palette = document.getElementById('palette');
if (palette) {
  const field = palette.querySelector('[data-palette-field]');
  const list = palette.querySelector('[data-palette-list]');
  const plain = text => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/ł/g, 'l').toLowerCase();

  const show = () => {
    const words = plain(field.value.trim());
    const places = [...document.querySelectorAll('.nav-side a')].filter(place => plain(place.title).includes(words));
    list.replaceChildren(...places.map(place => {
      const option = document.createElement('a');
      option.href = place.href;
      option.setAttribute('role', 'option');
      option.append(place.querySelector('svg').cloneNode(true), place.title);
      if (place.dataset.go) {
        const hint = document.createElement('small');
        for (const key of ['G', place.dataset.go.toUpperCase()]) {
          const cap = document.createElement('kbd');
          cap.textContent = key;
          hint.append(cap);
        }
        option.append(hint);
      }
      return option;
    }));
    if (words) list.firstElementChild?.classList.add('on');
  };

  const choose = step => {
    const options = [...list.children];
    const at = options.findIndex(option => option.classList.contains('on'));
    options.forEach(option => option.classList.remove('on'));
    options[(at + step + options.length) % options.length]?.classList.add('on');
  };

  field.addEventListener('input', show);
  field.addEventListener('keydown', event => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      choose(event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Enter') {
      const chosen = list.querySelector('.on');
      if (chosen) {
        event.preventDefault();
        chosen.click();
      }
    }
  });
  document.addEventListener('click', event => {
    if (!event.target.closest('[data-palette]')) return;
    field.value = '';
    show();
    palette.showModal();
    field.focus();
  });
}
