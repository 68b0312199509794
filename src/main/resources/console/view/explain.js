import { get } from '../api.js';
import { fill, h, uid } from '../dom.js';
import { word } from '../format.js';
import { table } from '../listing.js';
import { category, card, heading, load, notice, tag } from '../parts.js';

const STEPS = {
  IMPORT: 'Import – what Entra has',
  SCOPE: 'Scope – whether it is brought over',
  MATCH: 'Match – what the directory has',
  DECISION: 'Decision – what the next sync does',
};

const GOOD = ['passed', 'found'];

export function render(root, route) {
  const id = uid('subject');
  const input = h('input', { id, type: 'search', required: true, autocomplete: 'off', spellcheck: 'false', value: route.query.get('subject') ?? '' });
  const answer = h('div.answer', { 'aria-live': 'polite' });
  const ask = () => {
    const subject = input.value.trim();
    history.replaceState(null, '', `#/explain?subject=${encodeURIComponent(subject)}`);
    return load(answer, async () => result(await get('explain', { subject })));
  };
  const form = h('form.ask', { onsubmit: (event) => {
    event.preventDefault();
    ask();
  } }, h('div.field.grow', h('label', { for: id }, 'Address or object id'), input), h('button.primary', 'Explain'));
  fill(root, heading('Explain'), h('p.muted', 'Reads one object anew and tells what the next sync would do with it, rule by rule. Nothing is changed.'), form, answer);
  if (input.value) {
    ask();
  }
}

function result({ subject, found, steps, wouldDo, reason }) {
  const verdict = wouldDo === 'NONE' ? tag('Nothing to do', 'plain', '=') : category(wouldDo);
  return [
    notice(found ? 'plain' : 'warn', h('p', found ? ['The next sync: ', verdict] : h('strong', `Nobody knows ${subject}.`)), h('p.wrap', reason)),
    steps.map((step) => card(STEPS[step.step] ?? word(step.step), h('p', h('strong', word(step.result))),
      step.rules.length ? table(STEPS[step.step], [
        { title: 'Rule', cell: (rule) => rule.rule },
        { title: 'Value', kind: 'grow', cell: (rule) => h('span.wrap', rule.value ?? '–') },
        { title: 'Outcome', cell: (rule) => outcome(rule.outcome) },
      ], step.rules, (rule) => ({ class: rule.outcome === 'not reached' ? 'off' : null })) : null)),
  ];
}

function outcome(text) {
  if (GOOD.includes(text)) {
    return tag(text, 'good', '✓');
  }
  if (text === 'not reached') {
    return h('span.muted', text);
  }
  return /^[A-Z0-9_]+$/.test(text) ? tag(word(text), 'warn', '!') : h('span.wrap', text);
}
