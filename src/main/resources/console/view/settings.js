import { get, post, put, remove } from '../api.js';
import { fill, h } from '../dom.js';
import { count, time } from '../format.js';
import { changes, notes, ofWhat, who } from '../items.js';
import { table } from '../listing.js';
import { alertProblem, button, card, category, CATEGORIES, dialog, facts, field, heading, loading, notice, problemBox, select, tell } from '../parts.js';
import { SECTIONS } from '../settings.js';

const PLANS = /^(what|how|filter|safeguard)\.|^(new-user-role|ignored-domains|shared-mailboxes)$/;
const THIS_RUN = /^(what|how)\./;

export async function render(root, route) {
  const [settings, asked] = await Promise.all([get('settings'), get('logins')]);
  const page = { root, settings, logins: asked.items, inputs: new Map() };
  draw(page);
  const at = route.query.get('at');
  if (at && page.inputs.has(at)) {
    page.inputs.get(at).input.scrollIntoView({ block: 'center' });
    page.inputs.get(at).input.focus();
  }
  const warn = (event) => {
    if (Object.keys(changed(page)).length) {
      event.preventDefault();
    }
  };
  addEventListener('beforeunload', warn);
  return () => removeEventListener('beforeunload', warn);
}

function draw(page) {
  page.inputs.clear();
  const told = h('p', { role: 'status' });
  const discard = button('Discard', () => draw(page));
  const keep = button('Save', () => save(page, false));
  const foot = h('div.decide', told, h('div.buttons', discard, keep, button('Save & run sync now', () => save(page, true), 'primary')));
  const update = () => {
    const size = Object.keys(changed(page)).length;
    told.textContent = size ? count(size, 'unsaved change') : 'Everything is saved.';
    told.className = size ? 'label' : 'muted';
    discard.hidden = !size;
    keep.disabled = !size;
  };
  const form = h('form.settings', { onsubmit: (event) => event.preventDefault(), oninput: update, onchange: update },
    SECTIONS.map((section) => card(section.title, section.text ? h('p.muted', section.text) : null,
      section.keys.map((entry) => setting(page, entry)))));
  fill(page.root, heading('Settings'), form, logins(page), fixed(page.settings), foot);
  update();
}

function setting(page, entry) {
  const state = page.settings[entry.key];
  if (!state) {
    return null;
  }
  const { input, read } = control(entry, state);
  page.inputs.set(entry.key, { input, read, before: JSON.stringify(read()), entry });
  const under = [state.problem ? h('p.bad', state.problem) : null, origin(page, entry.key, state), offer(page, entry.key)];
  if (input.type === 'checkbox') {
    return h('div.setting', h('label.check', input, h('span', entry.label)), entry.hint ? h('p.hint', entry.hint) : null, under);
  }
  return h('div.setting', field(entry.label, input, entry.hint), under);
}

/** An input for the setting's kind, and how its value is read. */
function control(entry, { value, set }) {
  switch (entry.kind) {
    case 'flag': {
      const box = h('input', { type: 'checkbox', checked: value === true });
      return { input: box, read: () => box.checked };
    }
    case 'choice': {
      const box = select(entry.options, value);
      return { input: box, read: () => box.value };
    }
    case 'list': {
      const box = h('textarea', { rows: Math.max(2, value.length), spellcheck: 'false', value: value.join('\n') });
      return { input: box, read: () => box.value.split(/[\n,]/).map((part) => part.trim()).filter(Boolean) };
    }
    case 'secret': {
      const box = h('input', { type: 'password', autocomplete: 'new-password', placeholder: set ? 'Set – enter another to replace it' : 'Not set' });
      return { input: box, read: () => box.value };
    }
    default: {
      const box = h('input', { type: entry.kind ?? 'text', value: value ?? '', spellcheck: 'false', autocomplete: 'off' });
      return { input: box, read: () => (entry.kind === 'number' ? Number(box.value) : box.value.trim()) };
    }
  }
}

function origin(page, key, state) {
  if (state.origin === 'CONFIGURATION') {
    return null;
  }
  return h('p.origin', state.origin === 'SYSTEM' ? 'Set by the service' : `Changed by ${state.changedBy}`, ', ', time(state.changedAt),
    state.reason ? `: ${state.reason}` : '', ' ',
    h('button.link', { type: 'button', 'aria-label': `Reset ${key} to the configured value`, onclick: () => reset(page, key) }, 'Reset to the configured value'));
}

/** Once somebody receives the summary again, the former frequency is one click away. */
function offer(page, key) {
  const frequency = page.settings['when.frequency'];
  return key === 'tech-contact' && frequency.origin === 'SYSTEM'
    ? h('p', h('button', { type: 'button', onclick: () => resume(page, frequency.former) }, `Sync every ${frequency.former ?? ''} again`))
    : null;
}

async function resume(page, former) {
  await reset(page, 'when.frequency');
  if (former && page.settings['when.frequency'].value !== former) {
    page.settings = await put('settings', { 'when.frequency': former });
    draw(page);
  }
}

async function reset(page, key) {
  try {
    await remove(`settings/${encodeURIComponent(key)}`);
    page.settings = await get('settings');
    draw(page);
    tell('The configured value counts again.');
  } catch (problem) {
    alertProblem(problem);
  }
}

function changed(page) {
  const values = {};
  for (const [key, { read, before }] of page.inputs) {
    const value = read();
    if (JSON.stringify(value) !== before) {
      values[key] = value;
    }
  }
  return values;
}

async function save(page, run) {
  const values = changed(page);
  const keys = Object.keys(values);
  if (!page.root.querySelector('form.settings').reportValidity()) {
    return;
  }
  if (!keys.length) {
    await review({});
    return;
  }
  const reason = h('input', { maxlength: 1024, autocomplete: 'off' });
  const preview = h('div', { 'aria-live': 'polite' });
  foresee(preview, Object.fromEntries(Object.entries(values).filter(([key]) => PLANS.test(key))));
  const buttons = [
    { text: 'Cancel', value: null },
    run && keys.every((key) => THIS_RUN.test(key)) ? { text: 'Run once without saving', value: () => review(thisRun(values)) } : null,
    { text: run ? 'Save & run sync now' : 'Save', primary: true, value: () => keep(page, values, reason.value.trim(), run) },
  ].filter(Boolean);
  await dialog(`Save ${count(keys.length, 'change')}?`, [
    h('ul.plain', keys.map((key) => h('li', h('strong', page.inputs.get(key).entry.label), ' ', told(page.inputs.get(key).entry, values[key])))),
    preview, field('Why (kept with the change)', reason),
  ], buttons, { wide: true });
}

const told = (entry, value) => (entry.kind === 'secret' ? 'a new secret' : `→ ${Array.isArray(value) ? value.join(', ') || 'none' : value === '' ? 'none' : value === true ? 'on' : value === false ? 'off' : value}`);

async function keep(page, values, reason, run) {
  page.settings = await put('settings', values, { reason });
  draw(page);
  tell('Saved.');
  if (run) {
    await review({});
  }
  return true;
}

async function review(different) {
  const run = await post('runs', { mode: 'REVIEW', ...different });
  location.hash = `#/review/${run.id}`;
}

/** {'what.active-users': false} → {what: {activeUsers: false}} */
function thisRun(values) {
  const body = {};
  for (const [key, value] of Object.entries(values)) {
    const [part, name] = key.split('.');
    (body[part] ??= {})[name.replace(/-(.)/g, (_, letter) => letter.toUpperCase())] = value;
  }
  return body;
}

async function foresee(root, values) {
  if (!Object.keys(values).length) {
    return;
  }
  fill(root, loading('Looking at what this would change …'));
  try {
    const { counts, items, notes: remarks } = await put('settings', values, { preview: true });
    const some = Object.keys(CATEGORIES).filter((code) => counts[code].users + counts[code].groups);
    fill(root, h('h3', 'What the next sync would newly do'),
      some.length ? h('p.counts', some.map((code) => [category(code), ` ${ofWhat(counts[code])} `])) : h('p', 'Nothing more and nothing else than before.'),
      some.includes('DISABLE') || some.includes('DELETE') ? notice('danger', h('p', h('strong', 'Some would stop receiving mail.'))) : null,
      items.length ? h('div.scroll', { tabindex: '0', role: 'region', 'aria-label': 'Preview' }, table('Preview', [
        { title: '', label: 'Change', cell: (item) => category(item.category) },
        { title: 'Who', cell: who },
        { title: 'Change', kind: 'grow', cell: (item) => changes(null, { ...item, members: { added: 0, removed: 0 } }) },
        { title: 'Notes', cell: notes },
      ], items)) : null,
      remarks.map((remark) => h('p.hint', remark)));
  } catch (problem) {
    fill(root, problemBox(problem));
  }
}

/** Administrators without an Entra id who log in with Microsoft by their address, or ask to. */
function logins(page) {
  return page.logins.length ? card('Logins with Microsoft by address', h('p.muted', 'Confirm only whom you know: they get all rights of the administrator with this address.'),
    table('Logins by address', [
      { title: 'Administrator', cell: (login) => h('strong.wrap', login.address) },
      { title: 'Name at Microsoft', cell: (login) => login.displayName ?? '–' },
      { title: 'Object id', cell: (login) => h('code.wrap', login.entraId) },
      { title: 'Asked', cell: (login) => time(login.askedAt) },
      { title: 'Confirmed', cell: (login) => (login.confirmedAt ? [time(login.confirmedAt), ` by ${login.confirmedBy}`] : 'not yet') },
      { title: '', label: 'Actions', kind: 'acts', cell: (login) => h('div.buttons',
        login.confirmedAt ? null : button('Confirm', () => decide(page, () => post(`logins/${login.id}/confirm`), 'Confirmed.'), 'primary'),
        button(login.confirmedAt ? 'Take back' : 'Refuse', () => decide(page, () => remove(`logins/${login.id}`), 'Removed.'))) },
    ], page.logins)) : null;
}

async function decide(page, work, text) {
  await work();
  page.logins = (await get('logins')).items;
  draw(page);
  tell(text);
}

/** What only the configuration can change. */
function fixed(settings) {
  const rest = Object.entries(settings).filter(([, state]) => !state.writable);
  return h('details.card', h('summary', 'Set in the configuration alone'), facts(rest.map(([key, { value, set }]) =>
    [h('code', key), value !== null && typeof value === 'object' && !Array.isArray(value) ? (set ? 'set' : '–') : String(value ?? '–') || '–'])));
}
