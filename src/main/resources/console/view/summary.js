import { post, url } from '../api.js';
import { fill, h } from '../dom.js';
import { button, confirm, field, heading, tell } from '../parts.js';

export function render(root, route) {
  const today = new Date().toLocaleDateString('sv-SE');
  const day = h('input', { type: 'date', max: today, value: route.query.get('date') ?? today });
  // its own document: the styles of a mail are inline, and nothing in it may run
  const mail = h('iframe.mail', { title: 'The summary as it is mailed', sandbox: 'allow-popups allow-popups-to-escape-sandbox' });
  const show = () => {
    mail.src = url('api/summary', { date: day.value }).href;
    history.replaceState(null, '', `#/summary?date=${day.value}`);
  };
  day.addEventListener('change', () => day.value && show());
  fill(root, heading('Summary', button('Send it now', send, 'primary')), h('div.tools', field('Day', day)), mail);
  show();
}

async function send() {
  const done = await confirm('Send the summary now?', h('p', 'It goes to the tech contact, besides the one of each day.'), 'Send', () => post('summary/send'));
  if (done) {
    tell('The summary is on its way.');
  }
}
