/** The frame of the console: navigation, and which page is shown. */
import { logout, session } from './api.js';
import { fill, h } from './dom.js';
import { loading, problemBox } from './parts.js';

const PAGES = [
  [null, [['overview', 'Overview'], ['review', 'Review'], ['history', 'History']]],
  ['Directory', [['accounts', 'Accounts'], ['groups', 'Groups'], ['domains', 'Domains'], ['exemptions', 'Exemptions']]],
  ['Insight', [['explain', 'Explain'], ['summary', 'Summary'], ['audit', 'Audit']]],
  ['Service', [['settings', 'Settings']]],
];

const main = document.getElementById('main');
const nav = document.getElementById('nav');
const menu = document.querySelector('.menu');
let leave = null;
let shown = 0;

function navigation() {
  fill(nav, PAGES.map(([title, entries]) => [
    title ? h('h2', title) : null,
    h('ul', entries.map(([name, text]) => h('li', h('a', { href: `#/${name}` }, text)))),
  ]));
}

function mark(name) {
  for (const link of nav.querySelectorAll('a')) {
    const current = link.getAttribute('href') === `#/${name}`;
    current ? link.setAttribute('aria-current', 'page') : link.removeAttribute('aria-current');
  }
}

function titleOf(name) {
  return PAGES.flatMap(([, entries]) => entries).find(([page]) => page === name)?.[1];
}

/** #/history/12?category=ADD */
function parse() {
  const [path, query = ''] = location.hash.replace(/^#\/?/, '').split('?');
  const [name = '', id = null] = path.split('/').map(decodeURIComponent);
  return titleOf(name)
    ? { name, id: id || null, path, query: new URLSearchParams(query) }
    : { name: 'overview', id: null, path: 'overview', query: new URLSearchParams() };
}

async function show() {
  shown += 1;
  const mine = shown;
  leave?.();
  leave = null;
  const route = parse();
  mark(route.name);
  closeMenu();
  document.title = `${titleOf(route.name)} – Entra Directory Sync`;
  const root = h('div.page');
  fill(main, root);
  fill(root, loading());
  try {
    const view = await import(`./view/${route.name}.js`);
    const left = await view.render(root, route);
    if (mine === shown) {
      leave = left ?? null;
      root.querySelector('h1')?.focus({ preventScroll: true });
    } else {
      left?.();
    }
  } catch (problem) {
    fill(root, problemBox(problem, h('p', h('a', { href: '#/overview', onclick: () => setTimeout(show) }, 'Back to the overview'))));
  }
  scrollTo(0, 0);
}

function closeMenu() {
  document.body.classList.remove('open');
  menu.setAttribute('aria-expanded', 'false');
}

menu.addEventListener('click', () => {
  const open = document.body.classList.toggle('open');
  menu.setAttribute('aria-expanded', String(open));
});

document.querySelector('.skip').addEventListener('click', (event) => {
  event.preventDefault();
  main.focus();
});

async function who() {
  const login = await session();
  fill(
    document.getElementById('who'),
    login ? [h('span.name', { title: `Logged in as ${login.name}` }, login.name), h('button', { type: 'button', onclick: logout }, 'Log out')] : null,
  );
}

// the page that was open when the session ended
const to = sessionStorage.getItem('to');
sessionStorage.removeItem('to');
if (to && location.hash.length < 3) {
  history.replaceState(null, '', to);
}
addEventListener('hashchange', show);
navigation();
who();
show();
