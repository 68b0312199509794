/** Words, numbers and times as people read them. */
import { h } from './dom.js';

const numbers = new Intl.NumberFormat();
const stamps = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
const days = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeZone: 'UTC' });
const spans = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' });

export const number = (value) => numbers.format(value ?? 0);

export function count(value, one, many = `${one}s`) {
  return `${number(value)} ${value === 1 ? one : many}`;
}

/** A time in the viewer's zone; UTC on hover. */
export function time(iso, { ago = false } = {}) {
  if (!iso) {
    return h('span.muted', '–');
  }
  const at = new Date(iso);
  const utc = `${at.toISOString().slice(0, 19).replace('T', ' ')} UTC`;
  return h('time', { datetime: iso, title: utc }, stamps.format(at), ago ? h('span.muted', ` (${since(at)})`) : null);
}

export const date = (iso) => days.format(new Date(`${iso}T00:00:00Z`));

export function since(at) {
  const seconds = Math.round((at - Date.now()) / 1000);
  for (const [unit, length] of [['day', 86_400], ['hour', 3_600], ['minute', 60]]) {
    if (Math.abs(seconds) >= length) {
      return spans.format(Math.round(seconds / length), unit);
    }
  }
  return spans.format(seconds, 'second');
}

export function duration(from, to) {
  const seconds = (new Date(to ?? Date.now()) - new Date(from)) / 1000;
  if (seconds < 60) {
    return `${numbers.format(Math.round(seconds * 10) / 10)} s`;
  }
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}

const WORDS = {
  ADD: 'Add',
  ADDRESS_CONFLICT: 'Address belongs to someone else',
  ADMIN: 'Administrator',
  ADMIN_LEFT: 'Administrator or tech contact left',
  ADOPTED: 'Takes over a local account',
  AWAITING_REVIEW: 'Awaiting review',
  COMMAND: 'Command line',
  DELTA_REMOVED: 'reported as deleted',
  DISTRIBUTION: 'Distribution',
  DYNAMIC_MEMBERSHIP: 'Dynamic membership',
  END_USER: 'End user',
  EXEMPT: 'Exempt',
  EXEMPT_ADDRESS: 'An exempt address is left out',
  EXEMPTION_REUSED: 'Exempt address on another object',
  FILTERED: 'Left out by a filter',
  INCOMPLETE_OBJECT: 'Not delivered completely',
  INVALID_ADDRESS: 'Primary address not valid',
  KEPT: 'Kept active: an address still works',
  MAIL_ENABLED_SECURITY: 'Mail-enabled security',
  MAYBE_SHARED_MAILBOX: 'May be a shared mailbox',
  MEMBERS_NOT_IMPORTED: 'Some members are not brought over',
  MEMBERS_UNREADABLE: 'Members cannot be read',
  MICROSOFT_365: 'Microsoft 365',
  NO_CHANGE: 'No change',
  NO_PRIMARY_ADDRESS: 'No primary address',
  NO_PROXY_ADDRESS: 'No mail address',
  NOT_FOUND_BY_ID: 'not found by its id',
  NOT_SELECTED: 'Kind not selected',
  PARTIAL: 'Partly applied',
  RESTORED: 'Comes back as it was',
  SIGN_IN_DISABLED: 'Sign-in disabled',
  SILENT_USER: 'Silent user',
  STALE: 'Changed meanwhile',
  UNREGISTERED_DOMAIN: 'Domain not registered',
};

const ATTRIBUTES = {
  displayName: 'Name',
  givenName: 'Given name',
  surname: 'Surname',
  primaryAddress: 'Primary address',
  aliases: 'Aliases',
  mobilePhone: 'Mobile phone',
  department: 'Department',
  preferredLanguage: 'Language',
  entraId: 'Entra id',
};

/** A code of the API in plain words. */
export function word(code) {
  if (!code) {
    return '–';
  }
  const text = WORDS[code] ?? code.replaceAll('_', ' ').toLowerCase();
  return text[0].toUpperCase() + text.slice(1);
}

export const attribute = (name) => ATTRIBUTES[name] ?? name[0].toUpperCase() + name.slice(1);

/** Users and groups of one of a run's counts. */
export function total(counts, measure, category) {
  const found = counts?.[measure]?.[category];
  return (found?.users ?? 0) + (found?.groups ?? 0);
}

export function sum(counts, measure) {
  return ['ADD', 'UPDATE', 'DISABLE', 'DELETE'].reduce((so, category) => so + total(counts, measure, category), 0);
}
