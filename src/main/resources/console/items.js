/** How a plan's items are shown: who, what changes, and what to know about it. */
import { get } from './api.js';
import { h } from './dom.js';
import { attribute, count, number, word } from './format.js';
import { dialog, tag } from './parts.js';
import { listing } from './listing.js';

/** Name over address, with what else there is to tell apart. */
export function person(item, kind = null) {
  return h(
    'div.person',
    h('span.name', item.displayName ?? item.address ?? item.entraId),
    item.displayName && item.address ? h('span.address', item.address) : null,
    kind ? h('span.kind', kind) : null,
  );
}

export const who = (item) => person(item, item.objectType === 'GROUP' ? 'Group' : null);

/** Only these have codes of the API for values. */
const CODED = ['kind', 'role', 'status'];

const plain = (name, value) => (value === true ? 'yes' : value === false ? 'no' : CODED.includes(name) ? word(value) : String(value));

function lists(name, before, after) {
  const gone = (before ?? []).filter((entry) => !(after ?? []).includes(entry));
  const come = (after ?? []).filter((entry) => !(before ?? []).includes(entry));
  return [
    ...gone.map((entry) => h('li', h('span.what', name), h('del', entry))),
    ...come.map((entry) => h('li', h('span.what', name), h('ins', entry))),
  ];
}

function change({ attribute: name, before, after }) {
  const text = attribute(name);
  if (Array.isArray(before) || Array.isArray(after)) {
    return lists(text === 'Aliases' ? 'Alias' : text, before, after);
  }
  const from = before === null ? null : h('del', plain(name, before));
  const to = after === null ? null : h('ins', plain(name, after));
  return h('li', h('span.what', text), from, from && to ? h('span.arrow', { 'aria-label': 'becomes' }, ' → ') : null, to);
}

/** Of somebody new only what one cannot see elsewhere in the row. */
const TOLD = ['primaryAddress', 'displayName', 'givenName', 'surname', 'status', 'preferredLanguage'];

export function changes(runId, item) {
  const shown = item.category === 'ADD' ? item.changes.filter((each) => !TOLD.includes(each.attribute)) : item.changes;
  const { added, removed } = item.members;
  return [
    shown.length ? h('ul.changes', shown.map(change)) : null,
    added || removed
      ? h('button.link', { type: 'button', onclick: () => members(runId, item) },
        [added ? `+${count(added, 'member')}` : null, removed ? `−${count(removed, 'member')}` : null].filter(Boolean).join(', '))
      : null,
    !shown.length && !added && !removed ? h('span.muted', item.category === 'DELETE' ? 'Removed with all its addresses' : '–') : null,
  ];
}

function members(runId, item) {
  const list = listing({
    label: 'Changes of members',
    read: (query) => get(`runs/${runId}/items/${item.id}/members`, query),
    filters: [{ name: 'change', label: 'Change', options: [['ADDED', 'Added'], ['REMOVED', 'Removed']] }],
    empty: 'No member changes.',
    columns: [
      { title: 'Change', cell: (member) => (member.change === 'ADDED' ? tag('Added', 'add', '+') : tag('Removed', 'delete', '−')) },
      { title: 'Member', cell: (member) => person({ ...member, address: member.primaryAddress }, member.type === 'GROUP' ? 'Group' : null) },
    ],
  });
  return dialog(`Members of ${item.displayName ?? item.address}`, list.element, [{ text: 'Close', value: null, primary: true }], { wide: true });
}

/** Whether somebody who has mail today will have none. */
export const losesMail = (item) => !item.mailFlowAfter && (item.category === 'DISABLE' || item.category === 'DELETE');

export function notes(item) {
  return [
    losesMail(item) ? h('p', tag('Stops receiving mail', 'danger', '✕')) : null,
    item.reason ? h('p', word(item.reason)) : null,
    item.evidence ? h('p.muted', `Gone from Entra: ${word(item.evidence).toLowerCase()}`) : null,
    item.warnings.map((warning) => h('p', tag(word(warning.code), 'warn', '!'), warning.detail ? h('span.wrap', ` ${warning.detail}`) : null)),
    item.error ? h('p.bad.wrap', item.error) : null,
  ];
}

/** Users and groups of one category, as text. */
export function ofWhat({ users = 0, groups = 0 } = {}) {
  return [users ? count(users, 'user') : null, groups ? count(groups, 'group') : null].filter(Boolean).join(', ') || number(0);
}
