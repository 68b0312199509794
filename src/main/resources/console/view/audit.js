import { get } from '../api.js';
import { fill, h } from '../dom.js';
import { time, word } from '../format.js';
import { listing } from '../listing.js';
import { heading } from '../parts.js';

export function render(root, route) {
  const list = listing({
    label: 'Audit trail',
    route,
    search: 'Search who, what or whom',
    read: (query) => get('audit', query),
    empty: 'Nobody has changed anything yet.',
    columns: [
      { title: 'When', cell: (entry) => time(entry.at) },
      { title: 'Who', cell: (entry) => entry.actor },
      { title: 'What', cell: (entry) => word(entry.action) },
      { title: 'Whom', cell: (entry) => h('span.wrap', entry.subject ?? '') },
      { title: 'How', kind: 'grow', cell: (entry) => h('span.wrap', entry.detail ?? '') },
    ],
  });
  fill(root, heading('Audit'), h('p.muted', 'Who changed what, the newest first. Entries are only ever added.'), list.element);
}
