import { get, post, remove } from '../api.js';
import { fill, h } from '../dom.js';
import { time } from '../format.js';
import { listing } from '../listing.js';
import { button, confirm, field, heading, tell } from '../parts.js';

export function render(root, route) {
  const list = listing({
    label: 'Exemptions',
    route,
    search: 'Search subject or reason',
    read: (query) => get('exemptions', query),
    empty: 'Nobody is exempt.',
    columns: [
      { title: 'Exempt', kind: 'grow', cell: (entry) => h('div.person', h('span.name.wrap', entry.subject), entry.entraId && entry.entraId !== entry.subject ? h('code.muted.wrap', entry.entraId) : null) },
      { title: 'Reason', cell: (entry) => h('span.wrap', entry.reason ?? '–') },
      { title: 'By', cell: (entry) => entry.createdBy },
      { title: 'Since', cell: (entry) => time(entry.createdAt) },
      { title: '', label: 'Actions', kind: 'acts', cell: (entry) => h('div.buttons',
        h('a.button', { href: `#/explain?subject=${encodeURIComponent(entry.subject)}`, 'aria-label': `Explain ${entry.subject}` }, 'Explain'),
        h('button', { type: 'button', 'aria-label': `Lift the exemption of ${entry.subject}`, onclick: () => lift(entry, list) }, 'Lift')) },
    ],
  });
  fill(root, heading('Exemptions', button('Exempt somebody', () => add(list), 'primary')),
    h('p.muted', 'Syncs leave these objects and addresses exactly as they are, in both directions.'), list.element);
}

async function add(list) {
  const subject = h('input', { required: true, autocomplete: 'off', spellcheck: 'false' });
  const reason = h('input', { maxlength: 1024, autocomplete: 'off' });
  const made = await confirm('Exempt somebody', [field('Address or object id', subject), field('Reason', reason)], 'Exempt',
    () => post('exemptions', { subject: subject.value.trim(), reason: reason.value.trim() || null }));
  if (made) {
    tell(`${made.subject} is exempt.`);
    await list.refresh();
  }
}

async function lift(entry, list) {
  const done = await confirm(`Lift the exemption of ${entry.subject}?`,
    h('p', 'The next run brings the object in line: what changed meanwhile is updated, and who is gone from Entra is deleted, with evidence.'),
    'Lift', () => remove(`exemptions/${entry.id}`));
  if (done) {
    tell(`The exemption of ${entry.subject} is lifted.`);
    await list.refresh();
  }
}
