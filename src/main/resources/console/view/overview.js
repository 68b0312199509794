import { get, post } from '../api.js';
import { fill, h } from '../dom.js';
import { count, date, sum, time, word } from '../format.js';
import { button, card, confirm, facts, heading, notice, problemBox, state, tag, tell } from '../parts.js';
import { start } from '../running.js';

const EVERY = 5000;
/** The summary looks at everything, so it is asked for less often than the rest. */
const SUMMARY_EVERY = 60_000;
/** What has a place of its own on this page. */
const ELSEWHERE = ['HELD', 'REVIEW_WAITS', 'OPTIONAL_PERMISSION'];
const PLACES = {
  CONTACT_LOST: '#/settings?at=tech-contact', MAIL_FAILED: '#/summary', DOMAIN_MISMATCH: '#/domains', EXEMPTION_REUSED: '#/exemptions',
  SECRET_EXPIRING: '#/settings', SECRET_EXPIRED: '#/settings', SECRET_ENDS: '#/settings',
};

export async function render(root) {
  let timer;
  let summary;
  let asked = 0;
  const update = async () => {
    const due = Date.now() - asked > SUMMARY_EVERY;
    const [seen, fresh] = await Promise.all([read(), due ? get('summary') : summary]);
    asked = due ? Date.now() : asked;
    summary = fresh;
    draw(root, { ...seen, summary }, update);
  };
  const poll = () => {
    timer = setTimeout(async () => {
      // what is being typed or asked is not drawn over
      if (!document.hidden && !document.querySelector('dialog') && !root.querySelector('[aria-busy], .card :focus')) {
        await update().catch(() => {});
      }
      poll();
    }, EVERY);
  };
  await update();
  poll();
  return () => clearTimeout(timer);
}

async function read() {
  const one = { size: 1 };
  const [connection, settings, runs, accounts, groups, domains, exemptions, logins] = await Promise.all([
    get('connection'), get('settings'), get('runs', { size: 20 }), get('accounts', one), get('groups', one), get('domains', one), get('exemptions', one),
    get('logins'),
  ]);
  return { connection, settings, asking: logins.items.filter((login) => !login.confirmedAt), runs: runs.items, totals: { accounts: accounts.total, groups: groups.total, domains: domains.total, exemptions: exemptions.total } };
}

function draw(root, seen, update) {
  const focused = document.activeElement?.tagName === 'H1';
  fill(root,
    heading('Overview', button('Review changes', () => start('REVIEW')), button('Sync now', () => start('APPLY'), 'primary')),
    attention(seen),
    h('div.grid', sync(seen), connection(seen, update), directory(seen), permissions(seen.connection)));
  if (focused) {
    root.querySelector('h1').focus({ preventScroll: true });
  }
}

/** What somebody has to do something about, the most pressing first. */
function attention({ connection: { problem }, summary, runs, asking }) {
  const working = runs.find((run) => run.status === 'RUNNING');
  const review = runs.find((run) => run.status === 'AWAITING_REVIEW');
  const held = runs.find((run) => run.heldItems > 0);
  const latest = runs[0];
  return [
    working ? notice('plain', h('p', h('strong', `Run ${working.id} is at work. `), h('a', { href: `#/review/${working.id}` }, 'Watch it'))) : null,
    latest?.problem && latest.problem.code !== problem?.code
      ? problemBox(latest.problem, h('p', h('a', { href: `#/review/${latest.id}` }, latest.problem.code === 'UNREGISTERED_DOMAINS' ? 'Register the domains' : `Run ${latest.id}`)))
      : null,
    problem ? problemBox(problem, problem.code === 'UNREGISTERED_DOMAINS' && latest ? h('p', h('a', { href: `#/review/${latest.id}` }, 'Register the domains')) : null,
      problem.code === 'TENANT_CHANGED' ? h('p', button('Accept the other tenant …', rebind)) : null) : null,
    held ? notice('warn', h('p', h('strong', `The safeguards hold ${count(held.heldItems, 'change')} back. `), h('a', { href: `#/review/${held.id}` }, 'Decide on them'))) : null,
    review ? notice('warn', h('p', h('strong', `Run ${review.id} awaits your review. `), h('a', { href: `#/review/${review.id}` }, 'Review it'))) : null,
    asking.length ? notice('warn', h('p', h('strong', `${count(asking.length, 'administrator')} asks to log in with Microsoft. `), h('a', { href: '#/settings?at=console.microsoft-login' }, 'Confirm or refuse'))) : null,
    summary.warnings.filter(({ code }) => !ELSEWHERE.includes(code) && code !== problem?.code && code !== latest?.problem?.code).map(warning),
  ];
}

function warning({ code, title, detail, remedy, run }) {
  const place = PLACES[code] ?? (run ? `#/review/${run}` : null);
  return notice(code === 'SECRET_ENDS' ? 'plain' : 'warn', h('p', h('strong', `${title} `), `${detail} `, place ? h('a', { href: place }, remedy) : remedy));
}

async function rebind() {
  const done = await confirm('Accept another tenant?', h('p', 'Open plans and what could be restored are dropped. Accounts and groups stay, lose their Entra id, and are matched again by their primary address. The next run stops at review.'),
    'Accept it', () => post('connection/rebind'), { danger: true });
  if (done) {
    tell('The next run binds the directory to its tenant.');
  }
}

function sync({ runs, settings, summary }) {
  const last = runs.find((run) => run.status !== 'RUNNING');
  const frequency = settings['when.frequency'];
  return card('Sync', facts([
    ['Last run', last ? [time(last.startedAt, { ago: true }), ' ', state(last.status)] : 'none yet'],
    last ? ['Applied', h('a', { href: `#/history/${last.id}` }, count(sum(last.counts, 'applied'), 'change'))] : null,
    ['Schedule', [frequency.value === 'never' ? 'only on demand' : `every ${frequency.value}`,
      frequency.origin === 'SYSTEM' ? h('span.bad', ` – set by the service: ${frequency.reason ?? ''}`) : null]],
    summary.nextRunAt ? ['Next run', time(summary.nextRunAt, { ago: true })] : null,
    ['Held back', count(runs.reduce((most, run) => Math.max(most, run.heldItems), 0), 'change')],
  ]));
}

function connection({ connection: seen, settings }, update) {
  const green = seen.status === 'GREEN';
  return card('Connection',
    h('p', tag(green ? 'Connected' : seen.problem ? 'Not connected' : 'Not checked yet', green ? 'good' : 'plain', green ? '●' : '○')),
    facts([
      ['Tenant', settings['entra.primary-domain'].value ?? seen.tenantId ?? '–'],
      seen.tenantId ? ['Bound to', h('code.wrap', seen.tenantId)] : null,
      ['Last success', time(seen.lastSuccessAt, { ago: true })],
      ['By hand', time(seen.lastManualSuccessAt, { ago: true })],
      ['Secret expires', seen.secretExpiresOn ? date(seen.secretExpiresOn) : 'not known'],
    ]),
    h('div.buttons', button('Check connection', async () => {
      const now = await post('connection/check');
      tell(now.problem ? `The check failed: ${now.problem.title}` : 'The connection works.');
      await update();
    })));
}

function directory({ totals }) {
  const link = (name, value, one) => [word(name), h('a', { href: `#/${name}` }, count(value, one))];
  return card('Directory', facts([
    link('accounts', totals.accounts, 'account'),
    link('groups', totals.groups, 'group'),
    link('domains', totals.domains, 'domain'),
    link('exemptions', totals.exemptions, 'exemption'),
  ]));
}

function permissions({ permissions: all }) {
  const missing = all.filter((permission) => !permission.granted);
  return card('Permissions', !all.length ? h('p.muted', 'Not known yet: check the connection.')
    : !missing.length ? h('p', tag('All granted', 'good', '✓'))
      : h('ul.plain', missing.map((permission) => h('li', permission.required ? tag('Missing', 'danger', '✕') : tag('Not granted', 'plain', '–'),
        h('strong', ` ${permission.name}`), h('span.muted', ` – ${permission.neededFor}`)))));
}
