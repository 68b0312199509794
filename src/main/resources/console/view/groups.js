import { get } from '../api.js';
import { fill, h } from '../dom.js';
import { count, number, word } from '../format.js';
import { person } from '../items.js';
import { listing } from '../listing.js';
import { card, facts, heading, state } from '../parts.js';

export function render(root, route) {
  return route.id ? detail(root, route) : overview(root, route);
}

function overview(root, route) {
  const list = listing({
    label: 'Groups',
    route,
    search: 'Search name or address',
    read: (query) => get('groups', query),
    empty: 'There are no groups yet.',
    columns: [
      { title: 'Group', kind: 'grow', cell: (group) => h('a.row', { href: `#/groups/${group.id}` }, person({ ...group, address: group.primaryAddress })) },
      { title: 'Kind', cell: (group) => word(group.kind) },
      { title: 'Members', kind: 'num', cell: (group) => number(group.memberCount) },
      { title: 'Status', cell: (group) => state(group.status) },
      { title: 'From', cell: (group) => (group.source === 'ENTRA' ? 'Entra' : 'Local') },
    ],
  });
  fill(root, heading('Groups'), list.element);
}

async function detail(root, route) {
  const group = await get(`groups/${route.id}`);
  const members = listing({
    label: 'Members',
    search: 'Search name or address',
    filters: [{ name: 'effective', label: 'Show', options: [['true', 'Everybody who gets its mail']] }],
    read: (query) => get(`groups/${group.id}/members`, query),
    empty: 'The group has no members.',
    columns: [
      { title: 'Member', kind: 'grow', cell: (member) => h('a.row', { href: `#/${member.type === 'GROUP' ? 'groups' : 'accounts'}/${member.id}` }, person({ ...member, address: member.primaryAddress })) },
      { title: 'Kind', cell: (member) => word(member.type) },
    ],
  });
  fill(root, h('p.crumb', h('a', { href: '#/groups' }, 'Groups')), heading(group.displayName ?? group.primaryAddress ?? group.entraId),
    card('At a glance', h('p', state(group.status)), facts([
      ['Kind', word(group.kind)],
      ['Primary address', group.primaryAddress ?? 'none'],
      ['Aliases', group.aliases.length ? group.aliases.join(', ') : 'none'],
      ['Direct members', count(group.memberCount, 'member')],
      ['From', group.source === 'ENTRA' ? 'Entra' : 'Local'],
      ['Entra id', group.entraId ? h('code.wrap', group.entraId) : '–'],
    ]), h('p', h('a', { href: `#/explain?subject=${encodeURIComponent(group.entraId ?? group.primaryAddress)}` }, 'Explain what the next sync does with it'))),
    h('h2', 'Members'), members.element);
}
