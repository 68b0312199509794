/** What several pages are built of. */
import { fill, h, uid } from './dom.js';
import { word } from './format.js';

/** Categories differ in colour, sign and word. */
export const CATEGORIES = {
  ADD: { sign: '+', section: 'Adding', kind: 'add' },
  UPDATE: { sign: '≈', section: 'Updating', kind: 'update' },
  DISABLE: { sign: '‖', section: 'Disabling', kind: 'disable' },
  DELETE: { sign: '−', section: 'Deleting', kind: 'delete' },
};

const STATES = {
  good: ['SUCCEEDED', 'APPLIED', 'ACTIVE', 'GREEN', 'RELAY'],
  warn: ['AWAITING_REVIEW', 'HELD', 'PARTIAL', 'STALE', 'BLOCKED', 'EXPIRED', 'DISABLED'],
  danger: ['FAILED'],
  busy: ['RUNNING'],
};

const SIGNS = { good: '✓', warn: '!', danger: '✕', busy: '…', plain: '' };

/** A state as a word with a sign. */
export function state(code) {
  const kind = Object.keys(STATES).find((name) => STATES[name].includes(code)) ?? 'plain';
  return tag(word(code), kind, SIGNS[kind]);
}

export function tag(text, kind = 'plain', sign = '') {
  return h(`span.tag.${kind}`, sign ? h('span.sign', { 'aria-hidden': 'true' }, sign) : null, text);
}

export function category(code) {
  const known = CATEGORIES[code];
  return tag(word(code), known?.kind, known?.sign);
}

export function heading(title, ...actions) {
  return h('div.heading', h('h1', { tabindex: '-1' }, title), h('div.actions', actions));
}

export function card(title, ...content) {
  const id = uid('card');
  return h('section.card', { 'aria-labelledby': id }, h('h2', { id }, title), content);
}

export function facts(pairs) {
  return h('dl.facts', pairs.filter(Boolean).map(([name, ...value]) => h('div', h('dt', name), h('dd', value))));
}

export function notice(kind, ...content) {
  return h(`div.notice.${kind}`, { role: kind === 'danger' ? 'alert' : null }, content);
}

/** A problem in the words of the API: what it means, what happened, what to do. */
export function problemBox(problem, ...more) {
  return notice(
    'danger',
    h('p', h('strong', problem.title ?? problem.message ?? 'Something went wrong.')),
    problem.detail ? h('p.wrap', problem.detail) : null,
    problem.remedy ? h('p', h('span.label', 'What to do: '), problem.remedy) : null,
    problem.code || problem.graphRequestId
      ? h('p.muted.small', problem.code, problem.graphRequestId ? ` · Graph request ${problem.graphRequestId}` : null)
      : null,
    more,
  );
}

export const loading = (text = 'Loading …') => h('p.loading', { role: 'status' }, text);

/** Shows what a promise brings: first that it loads, then the content, or what went wrong with a button to try again. */
export async function load(root, work) {
  fill(root, loading());
  try {
    fill(root, await work());
  } catch (problem) {
    fill(root, problemBox(problem, h('p', button('Try again', () => load(root, work)))));
  }
}

export function button(text, onclick, kind = '') {
  const element = h('button', { type: 'button', class: kind, onclick: () => busy(element, onclick) }, text);
  return element;
}

/** Keeps a button from being pressed twice without taking the focus from it, and shows what went wrong. */
async function busy(element, work) {
  if (element.ariaBusy === 'true') {
    return;
  }
  element.ariaBusy = 'true';
  try {
    await work();
  } catch (problem) {
    alertProblem(problem);
  } finally {
    element.ariaBusy = null;
  }
}

export function alertProblem(problem) {
  if (!(problem instanceof Error) || !('remedy' in problem)) {
    console.error(problem);
  }
  dialog('That did not work', problemBox(problem), [{ text: 'Close', value: null, primary: true }]);
}

let fading;

/** Says that something is done, to the eye and to screen readers. */
export function tell(text) {
  const status = document.getElementById('status');
  status.textContent = text;
  status.classList.add('shown');
  clearTimeout(fading);
  fading = setTimeout(() => status.classList.remove('shown'), 5000);
}

/**
 * Asks something. Resolves with the value of the button that was pressed, or null.
 * A button's value may be a function, which is called (and may fail, and then shows why) before the dialog closes.
 */
export function dialog(title, content, buttons, { wide = false } = {}) {
  const id = uid('dialog');
  const body = h('div.body', content);
  const problem = h('div');
  const box = h(`dialog${wide ? '.wide' : ''}`, { 'aria-labelledby': id });
  return new Promise((resolve) => {
    let result = null;
    const press = async (choice, element) => {
      if (typeof choice.value === 'function') {
        element.disabled = true;
        try {
          result = (await choice.value()) ?? true;
        } catch (failure) {
          fill(problem, problemBox(failure));
          problem.scrollIntoView({ block: 'nearest' });
          element.disabled = false;
          return;
        }
      } else {
        result = choice.value;
      }
      box.close();
    };
    const row = buttons.map((choice) => {
      const kind = choice.danger ? 'danger' : choice.primary ? 'primary' : '';
      const element = h('button', { type: choice.primary || choice.danger ? 'submit' : 'button', class: kind }, choice.text);
      element.addEventListener('click', (event) => {
        if (element.type === 'button' || !element.form || element.form.reportValidity()) {
          event.preventDefault();
          press(choice, element);
        } else {
          event.preventDefault();
        }
      });
      choice.element = element;
      return element;
    });
    box.append(h('form', { method: 'dialog' }, h('h2', { id }, title), body, problem, h('div.buttons', row)));
    box.addEventListener('close', () => {
      box.remove();
      resolve(result);
    });
    document.body.append(box);
    box.showModal();
  });
}

/** Asks before something that cannot simply be taken back; does it in the dialog, so that a failure shows there. */
export function confirm(title, content, text, work, { danger = false, wide = false } = {}) {
  return dialog(title, content, [
    { text: 'Cancel', value: null },
    { text, value: work, danger, primary: !danger },
  ], { wide });
}

export function field(label, input, hint) {
  const id = uid('field');
  input.id ||= id;
  const described = hint ? `${input.id}-hint` : null;
  if (described) {
    input.setAttribute('aria-describedby', described);
  }
  return h('div.field', h('label', { for: input.id }, label), input, hint ? h('p.hint', { id: described }, hint) : null);
}

export function select(options, chosen = '', attributes = {}) {
  return h('select', attributes, options.map(([value, text]) => h('option', { value, selected: value === chosen }, text)));
}

export function check(label, checked, onchange) {
  const box = h('input', { type: 'checkbox', checked, onchange: () => onchange?.(box.checked) });
  return h('label.check', box, h('span', label));
}

/** Tabs as links would be too many steps back; these are buttons of which one is pressed. */
export function tabs(label, entries, chosen, onchoose) {
  return h(
    'div.tabs',
    { role: 'group', 'aria-label': label },
    entries.map(([value, text, kind]) =>
      h(`button${kind ? `.${kind}` : ''}`, { type: 'button', 'aria-pressed': String(value === chosen), onclick: () => onchoose(value) }, text)),
  );
}
