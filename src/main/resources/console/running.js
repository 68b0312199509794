/** A run at work: starting one, watching it, and the domains that it may stumble over. */
import { get, post } from './api.js';
import { fill, h, uid } from './dom.js';
import { count, number, word } from './format.js';
import { alertProblem, button, problemBox, select, tell } from './parts.js';

const EVERY = 700;

const STAGES = [
  ['CONNECTING', 'Connect'],
  ['READING_USERS', 'Read users'],
  ['READING_GROUPS', 'Read groups'],
  ['READING_MEMBERS', 'Read members'],
  ['PLANNING', 'Plan'],
  ['APPLYING', 'Apply'],
];

/** Starts a run and shows it on the review page, which follows it. */
export async function start(mode) {
  const run = await post('runs', { mode });
  location.hash = `#/review/${run.id}`;
}

/** Follows a run until it no longer works; returns a function that stops watching. */
export function watch(root, run, ended) {
  let stopped = false;
  const bar = h('progress', { 'aria-label': 'Progress' });
  const line = h('p.progress-line', { role: 'status' });
  const steps = h('ol.steps');
  fill(root, h('section.card.working', h('h2', `Run ${run.id} is at work`), steps, bar, line,
    h('p', button('Cancel the run', async () => {
      await post(`runs/${run.id}/cancel`);
      tell('The run ends at its next step.');
    }))));

  function show(now) {
    const at = STAGES.findIndex(([stage]) => stage === now.stage);
    fill(steps, STAGES.map(([, text], index) =>
      h(`li${index < at ? '.done' : index === at ? '.now' : ''}`, { 'aria-current': index === at ? 'step' : null }, text)));
    const { users, groups, members, applied, total } = now.progress;
    if (now.stage === 'APPLYING' && total) {
      bar.max = total;
      bar.value = applied;
      line.textContent = `${number(applied)} of ${count(total, 'change')} applied`;
    } else {
      bar.removeAttribute('value');
      line.textContent = `${word(now.stage)} – ${count(users, 'user')}, ${count(groups, 'group')}, ${count(members, 'membership')}`;
    }
  }

  async function tick() {
    if (stopped) {
      return;
    }
    try {
      const now = await get(`runs/${run.id}`);
      if (stopped) {
        return;
      }
      if (now.status !== 'RUNNING') {
        stopped = true;
        ended(now);
        return;
      }
      show(now);
    } catch (problem) {
      line.textContent = `${problem.title ?? problem.message} Trying again …`;
    }
    setTimeout(tick, EVERY);
  }

  show(run);
  setTimeout(tick, 150);
  return () => {
    stopped = true;
  };
}

/** The red box: mail domains in use that nobody has registered, each with a button. */
export function unregistered(run, again) {
  const open = new Set(run.problem.domains.map((domain) => domain.name));
  const rows = run.problem.domains.map((domain) => {
    const id = uid('purpose');
    const purpose = select([['RELAY', 'Relay – takes mail'], ['MANAGEMENT', 'Management – no mail']], 'RELAY', { id });
    const cell = h('div.register', h('label.hidden', { for: id }, `Purpose of ${domain.name}`), purpose,
      button('Register', async () => {
        await post('domains', { name: domain.name, purpose: purpose.value });
        open.delete(domain.name);
        fill(cell, h('span.done', '✓ Registered'));
        tell(`${domain.name} is registered.`);
        more.hidden = false;
        if (!open.size) {
          more.querySelector('button').focus();
        }
      }, 'primary'));
    return h('li', h('div', h('strong', domain.name), h('span.muted',
      ` ${count(domain.users, 'user')}, ${count(domain.groups, 'group')}, ${count(domain.aliases, 'alias', 'aliases')}`)), cell);
  });
  const more = h('p', { hidden: true }, button('Run the sync again', () => again().catch(alertProblem), 'primary'));
  return problemBox(run.problem, h('ul.domains', rows), more);
}
