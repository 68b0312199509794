import { csrf, Problem } from './api.js';

const NOTICES = {
  ended: ['', 'Your session has ended. Log in to go on where you were.'],
  out: ['good', 'You are logged out.'],
  unreachable: ['warn', 'Microsoft cannot be reached at the moment. Log in with the local account.'],
  unbound: ['warn', 'Signing in with Microsoft works once a sync has succeeded. Log in with the local account.'],
  failed: ['danger', 'Signing in with Microsoft did not succeed. Try again, or log in with the local account.'],
};

const form = document.getElementById('login');
const problem = document.getElementById('problem');
const asked = new URLSearchParams(location.search);

function show(element, kind, text) {
  element.className = `notice ${kind}`;
  element.textContent = text;
  element.hidden = false;
}

async function submit(event) {
  event.preventDefault();
  problem.hidden = true;
  const button = form.querySelector('button');
  button.disabled = true;
  try {
    const answer = await fetch(form.action, {
      method: 'POST',
      headers: { ...csrf(), 'X-Requested-With': 'console' },
      body: new URLSearchParams(new FormData(form)),
    });
    if (answer.ok) {
      location.href = './';
      return;
    }
    const failure = await Problem.of(answer);
    show(problem, 'danger', failure.status === 401 ? 'User name or password is wrong.' : `${failure.title} ${failure.detail}`);
    form.password.value = '';
    form.password.focus();
  } catch {
    show(problem, 'danger', 'The service does not answer. Try again in a moment.');
  }
  button.disabled = false;
}

async function offerMicrosoft() {
  const ways = await fetch('../login/ways').then((answer) => (answer.ok ? answer.json() : {}), () => ({}));
  document.getElementById('microsoft').hidden = !ways.microsoft;
}

// where a link in a mail leads
if (location.hash.startsWith('#/')) {
  sessionStorage.setItem('to', location.hash);
}
form.addEventListener('submit', submit);
form.username.value = asked.get('email') ?? '';
(form.username.value ? form.password : form.username).focus();
for (const [name, [kind, text]] of Object.entries(NOTICES)) {
  if (asked.has(name)) {
    show(document.getElementById('notice'), kind, text);
  }
}
offerMicrosoft();
