// Forms: focus goes to the first wrong field, a form is sent once, files can be dropped, demo names fill the sign-in.

function focusFirst() {
  const problem = document.querySelector('[data-problem]');
  if (!problem) return;
  const name = problem.dataset.field;
  const field = (name ? document.querySelector(`[name="${CSS.escape(name)}"]`) : null) ?? document.querySelector('form .is-invalid[aria-invalid=true]');
  if (field) {
    field.setAttribute('aria-invalid', 'true');
    field.classList.add('is-invalid');
    if (document.getElementById(`error-${name}`)) field.setAttribute('aria-describedby', `error-${name}`);
  }
  (field ?? problem).focus();
}

document.addEventListener('submit', event => {
  const form = event.target;
  if (form.method === 'dialog' || event.defaultPrevented) return;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  if (form.method === 'post' && !form.hasAttribute('hx-post')) {
    form.dataset.sent = 'true';
    form.setAttribute('aria-busy', 'true');
  }
});
// Coming back with the browser's arrow, the form may be sent again.
window.addEventListener('pageshow', () => {
  document.querySelectorAll('form[data-sent]').forEach(form => {
    delete form.dataset.sent;
    form.removeAttribute('aria-busy');
  });
});

// A place to drop files: a label around a file field.
function showNames(drop) {
  const names = [...drop.querySelector('input[type=file]').files].map(file => file.name).join(', ');
  const shown = drop.querySelector('[data-drop-name]');
  if (shown) shown.textContent = names;
  drop.classList.toggle('has-file', names !== '');
}
for (const drop of document.querySelectorAll('[data-drop]')) {
  drop.addEventListener('dragover', event => {
    event.preventDefault();
    drop.classList.add('over');
  });
  drop.addEventListener('dragleave', () => drop.classList.remove('over'));
  drop.addEventListener('drop', event => {
    event.preventDefault();
    drop.classList.remove('over');
    drop.querySelector('input[type=file]').files = event.dataTransfer.files;
    showNames(drop);
  });
  drop.addEventListener('change', () => showNames(drop));
}

// A filter that is chosen is applied at once; without scripts its button does it.
document.addEventListener('change', event => {
  if (event.target.closest('[data-send-on-change]')) event.target.form?.requestSubmit();
});

document.addEventListener('click', event => {
  const copy = event.target.closest('[data-copy]');
  if (copy) navigator.clipboard?.writeText(copy.dataset.copy);
  const demo = event.target.closest('[data-demo-name]');
  if (demo) {
    event.preventDefault();
    const form = document.querySelector('form[data-sign-in]');
    form.username.value = demo.dataset.demoName;
    form.password.value = demo.dataset.demoName;
    form.requestSubmit();
  }
});

focusFirst();
document.body.addEventListener('htmx:afterSettle', focusFirst);
