// What ends a matter or turns it back asks for the reason first; the button repeats the verb. Without scripts the comment
// field below the form carries it. On the page of a task and on the card beside the list, which comes and goes.

let chosen = null;

const sheet = () => document.getElementById('reason');
const form = () => document.getElementById('task-form');

function ask(button) {
  chosen = button;
  const verb = button.textContent.replace(/…[\s\S]*$/, '').trim();
  sheet().querySelectorAll('[data-reason-verb]').forEach(place => { place.textContent = verb; });
  const reason = sheet().querySelector('[data-reason]');
  reason.value = form().elements.comment.value;
  sheet().addEventListener('close', () => chosen?.focus(), { once: true });
  sheet().showModal();
  reason.focus();
}

document.addEventListener('click', event => {
  const button = event.target.closest('#task-form [data-asks]');
  if (button && sheet() && !sheet().open) {
    event.preventDefault();
    ask(button);
  }
  if (event.target.closest('[data-reason-send]')) {
    form().elements.comment.value = sheet().querySelector('[data-reason]').value;
    sheet().close();
    form().requestSubmit(chosen);
  }
});

// Refused for want of a reason, it is asked again.
const problem = document.querySelector('#task-form [data-problem][data-field=comment]');
const again = problem && sheet() && form().querySelector(`[data-asks][value="${CSS.escape(form().dataset.outcome ?? '')}"]`);
if (again) ask(again);
