import { get, patch, post } from '../api.js';
import { fill, h } from '../dom.js';
import { count, time, word } from '../format.js';
import { person } from '../items.js';
import { listing } from '../listing.js';
import { button, card, confirm, dialog, facts, field, heading, notice, select, state, tag, tell } from '../parts.js';

const ROLES = [['END_USER', 'End user – login and quarantine digest'], ['SILENT_USER', 'Silent user – neither'], ['ADMIN', 'Administrator']];
const KINDS = [['USER', 'User'], ['FUNCTIONAL', 'Functional – mail flow, no login']];

export function render(root, route) {
  return route.id ? detail(root, route.id) : overview(root, route);
}

function overview(root, route) {
  const marked = new Map();
  const change = button('Change role or kind …', () => massUpdate(marked, list));
  const chosen = h('span.muted', { role: 'status' });
  const mark = () => {
    chosen.textContent = marked.size ? `${count(marked.size, 'account')} marked` : 'Mark accounts to change many at once.';
    change.disabled = !marked.size;
  };
  const list = listing({
    label: 'Accounts',
    route,
    search: 'Search name or any address',
    read: (query) => get('accounts', query),
    empty: 'There are no accounts yet.',
    bar: h('div.bar', { role: 'group', 'aria-label': 'Marked accounts' }, chosen, change),
    columns: [
      { title: 'Mark', kind: 'tick', cell: (account) => h('input', {
        type: 'checkbox', checked: marked.has(account.id), 'aria-label': `Mark ${account.displayName ?? account.primaryAddress}`,
        onchange: (event) => {
          event.target.checked ? marked.set(account.id, account) : marked.delete(account.id);
          mark();
        },
      }) },
      { title: 'Account', kind: 'grow', cell: (account) => h('a.row', { href: `#/accounts/${account.id}` }, person({ ...account, address: account.primaryAddress })) },
      { title: 'Kind', cell: (account) => (account.kind === 'FUNCTIONAL' ? tag('Functional', 'plain', '⚙') : 'User') },
      { title: 'Role', cell: (account) => word(account.role) },
      { title: 'Status', cell: (account) => state(account.status) },
      { title: 'From', cell: (account) => (account.source === 'ENTRA' ? 'Entra' : 'Local') },
    ],
  });
  mark();
  fill(root, heading('Accounts', button('New local account', add, 'primary')), list.element);
}

async function massUpdate(marked, list) {
  const role = select([['', 'Leave as it is'], ...ROLES]);
  const kind = select([['', 'Leave as it is'], ...KINDS]);
  const answer = await confirm(`Change ${count(marked.size, 'account')}`, [
    field('Role', role),
    field('Kind', kind, 'Functional: active, without login, and exempt from syncs.'),
  ], 'Change', () => post('accounts/mass-update', { ids: [...marked.keys()], role: role.value || null, kind: kind.value || null }));
  if (!answer) {
    return;
  }
  tell(`${count(answer.updated, 'account')} changed.`);
  if (answer.failed.length) {
    await dialog(`${count(answer.failed.length, 'account')} stayed as they were`, h('ul.plain', answer.failed.map((failed) =>
      h('li', h('strong', marked.get(failed.id)?.primaryAddress ?? failed.id), ` – ${failed.detail}`))), [{ text: 'Close', value: null, primary: true }]);
  }
  await list.refresh();
}

async function add() {
  const address = h('input', { type: 'email', required: true, autocomplete: 'off' });
  const name = h('input', { required: true, autocomplete: 'off' });
  const aliases = h('textarea', { rows: 2, spellcheck: 'false' });
  const role = select(ROLES, 'END_USER');
  const kind = select(KINDS, 'USER');
  const made = await confirm('New local account', [
    h('p.muted', 'Syncs never touch a local account, unless a user of Entra has the same primary address.'),
    field('Primary address', address), field('Name', name), field('Aliases', aliases, 'One a line.'), field('Role', role), field('Kind', kind),
  ], 'Make it', () => post('accounts', {
    primaryAddress: address.value.trim(), displayName: name.value.trim(), role: role.value, kind: kind.value,
    aliases: aliases.value.split(/[\s,]+/).filter(Boolean),
  }));
  if (made) {
    location.hash = `#/accounts/${made.id}`;
  }
}

async function detail(root, id) {
  const account = await get(`accounts/${id}`);
  const name = account.displayName ?? account.primaryAddress ?? account.entraId;
  const again = () => detail(root, id);
  const functional = account.kind === 'FUNCTIONAL';
  const active = account.status === 'ACTIVE';
  fill(root, h('p.crumb', h('a', { href: '#/accounts' }, 'Accounts')),
    heading(name, functional ? button('Convert to user …', () => toUser(account, again)) : button('Convert to functional …', () => toFunctional(account, again)),
      active ? button('Block …', () => block(account, again)) : button('Unblock', () => send(account, { status: 'ACTIVE' }, again))),
    h('div.grid', card('At a glance', h('p', state(account.status), ' ', functional ? tag('Functional', 'plain', '⚙') : null), facts([
      ['Kind', functional ? 'Functional: mail flow, no login' : 'User'],
      ['From', account.source === 'ENTRA' ? 'Entra' : 'Local'],
      active ? null : ['Disabled by', account.disabledBy === 'SYNC' ? 'a sync' : 'an operator'],
      ['Primary address', account.primaryAddress ?? 'none'],
      ['Aliases', account.aliases.length ? h('ul.plain', account.aliases.map((alias) => h('li.wrap', alias))) : 'none'],
      ['Entra id', account.entraId ? h('code.wrap', account.entraId) : '–'],
      ['Made', time(account.createdAt)],
      ['Changed', time(account.updatedAt)],
    ]), h('p', h('a', { href: `#/explain?subject=${encodeURIComponent(account.entraId ?? account.primaryAddress)}` }, 'Explain what the next sync does with it'))),
    h('div', login(account, again), card('Person', facts([
      ['Given name', account.givenName ?? '–'], ['Surname', account.surname ?? '–'], ['Mobile phone', account.mobilePhone ?? '–'],
      ['Department', account.department ?? '–'], ['Language', account.preferredLanguage ?? '–'],
    ])))));
  root.querySelector('h1').focus({ preventScroll: true });
}

function login(account, again) {
  const role = select(ROLES, account.role);
  const digest = select([['true', 'Sent'], ['false', 'Not sent']], String(account.digest));
  return card('Login', field('Role', role), field('Quarantine digest', digest), h('div.buttons', button('Save', () => {
    const change = {};
    if (role.value !== account.role) {
      change.role = role.value;
    }
    if (digest.value !== String(account.digest)) {
      change.digest = digest.value === 'true';
    }
    return Object.keys(change).length ? send(account, change, again) : tell('Nothing is different.');
  }, 'primary')));
}

async function send(account, change, again) {
  await patch(`accounts/${account.id}`, change);
  tell('Saved.');
  await again();
}

async function toFunctional(account, again) {
  const admin = account.role === 'ADMIN';
  const done = await confirm('Convert to functional?', [
    h('p', 'A functional account takes mail and cannot log in. It becomes active, gets no digest, and is exempt from syncs by its id and every address.'),
    h('p.muted', `Exempt from now on: ${[account.primaryAddress, ...account.aliases].filter(Boolean).join(', ')}`),
    admin ? notice('danger', h('p', h('strong', 'This is an administrator.'), ' The account loses that role.')) : null,
  ], 'Convert', () => patch(`accounts/${account.id}`, admin ? { kind: 'FUNCTIONAL', role: 'SILENT_USER' } : { kind: 'FUNCTIONAL' }), { danger: admin });
  if (done) {
    tell('The account is functional now.');
    await again();
  }
}

async function toUser(account, again) {
  const done = await confirm('Convert to user?', h('p', 'Role and digest return, and exactly the exemptions that the conversion made are lifted. The next run decides about the account again.'),
    'Convert', () => patch(`accounts/${account.id}`, { kind: 'USER' }));
  if (!done) {
    return;
  }
  tell('The account is a user now.');
  await again();
  await foresee(account);
}

/** What the conversion means for the next run. */
async function foresee(account) {
  const { wouldDo, reason } = await get('explain', { subject: account.entraId ?? account.primaryAddress });
  await dialog('What the next run will do', [h('p', h('strong', wouldDo === 'NONE' ? 'Nothing' : word(wouldDo))), h('p.wrap', reason)], [{ text: 'Close', value: null, primary: true }]);
}

async function block(account, again) {
  const done = await confirm('Block the account?', notice('danger', h('p', h('strong', 'Its mail is refused and nobody can log in with it.'), ' Syncs never lift this block.')),
    'Block', () => patch(`accounts/${account.id}`, { status: 'DISABLED' }), { danger: true });
  if (done) {
    tell('The account is blocked.');
    await again();
  }
}
