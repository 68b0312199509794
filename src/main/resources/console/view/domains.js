import { get, post, remove } from '../api.js';
import { fill, h } from '../dom.js';
import { count, number } from '../format.js';
import { listing } from '../listing.js';
import { button, confirm, field, heading, notice, select, tag, tell } from '../parts.js';

export function render(root, route) {
  const list = listing({
    label: 'Domains',
    route,
    search: 'Search domain',
    read: (query) => get('domains', query),
    empty: 'No domain is registered: nobody can be brought over yet.',
    columns: [
      { title: 'Domain', kind: 'grow', cell: (domain) => h('strong.wrap', domain.name) },
      { title: 'Purpose', cell: (domain) => (domain.purpose === 'RELAY' ? tag('Relay', 'good', '✓') : tag('Management', 'plain', '○')) },
      { title: 'Accounts', kind: 'num', cell: (domain) => number(domain.accounts) },
      { title: 'Groups', kind: 'num', cell: (domain) => number(domain.groups) },
      { title: '', label: 'Actions', kind: 'acts', cell: (domain) => h('button', { type: 'button', 'aria-label': `Remove ${domain.name}`, onclick: () => drop(domain, list) }, 'Remove') },
    ],
  });
  fill(root, heading('Domains', button('Register a domain', () => add(list), 'primary')),
    h('p.muted', 'Mail is taken for relay domains. A management domain is registered without mail flow.'), list.element);
}

async function add(list) {
  const name = h('input', { required: true, autocomplete: 'off', spellcheck: 'false', placeholder: 'example.com' });
  const purpose = select([['RELAY', 'Relay – takes mail'], ['MANAGEMENT', 'Management – no mail']], 'RELAY');
  const made = await confirm('Register a domain', [field('Domain', name), field('Purpose', purpose)], 'Register',
    () => post('domains', { name: name.value.trim(), purpose: purpose.value }));
  if (made) {
    tell(`${made.name} is registered.`);
    await list.refresh();
  }
}

async function drop(domain, list) {
  const used = domain.accounts + domain.groups;
  const done = await confirm(`Remove ${domain.name}?`, used
    ? notice('danger', h('p', h('strong', `${count(domain.accounts, 'account')} and ${count(domain.groups, 'group')} have addresses in it.`)),
      h('p', 'The next run reads everything anew, and what would lose its mail is held for your approval.'))
    : h('p', 'Nobody has an address in it.'), 'Remove', () => remove(`domains/${encodeURIComponent(domain.name)}`, used ? { confirm: true } : {}), { danger: true });
  if (done) {
    tell(`${domain.name} is removed.`);
    await list.refresh();
  }
}
