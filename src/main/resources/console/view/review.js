import { all, get, patch, post } from '../api.js';
import { fill, h, uid } from '../dom.js';
import { count, number, sum, time, total, word } from '../format.js';
import { changes, notes, who } from '../items.js';
import { listing } from '../listing.js';
import { alertProblem, button, CATEGORIES, confirm, dialog, heading, notice, problemBox, state, tabs, tell } from '../parts.js';
import { start, unregistered, watch } from '../running.js';

const ORDER = ['ADD', 'UPDATE', 'DISABLE', 'DELETE'];
const REMOVING = ['DISABLE', 'DELETE'];

export async function render(root, route) {
  const page = { root, stop: null };
  const run = route.id ? await get(`runs/${route.id}`) : await waiting();
  show(page, run);
  return () => page.stop?.();
}

/** What needs the operator most: a run at work, one under review, or one that holds something back. */
async function waiting() {
  const { items } = await get('runs', { size: 20 });
  return items.find((run) => run.status === 'RUNNING' || run.status === 'AWAITING_REVIEW')
    ?? items.find((run) => run.heldItems > 0)
    ?? (items[0]?.problem?.code === 'UNREGISTERED_DOMAINS' ? items[0] : null);
}

function show(page, run) {
  page.stop?.();
  page.stop = null;
  if (run === null) {
    nothing(page);
  } else if (run.status === 'RUNNING') {
    const body = h('div');
    fill(page.root, heading('Review'), body);
    page.stop = watch(body, run, (ended) => show(page, ended));
  } else if (run.status === 'AWAITING_REVIEW' || run.heldItems > 0) {
    new Review(page, run).open();
  } else {
    over(page, run);
  }
  // what had the focus may be gone
  if (document.activeElement === document.body) {
    page.root.querySelector('h1').focus({ preventScroll: true });
  }
}

const starters = () => h('div.buttons',
  button('Sync directory now', () => start('APPLY')),
  button('Read and review changes', () => start('REVIEW'), 'primary'));

function nothing(page) {
  fill(page.root, heading('Review'), h('section.card.empty-card', h('h2', 'Nothing waits for review'),
    h('p', 'A review reads the tenant and shows what a sync would change. Nothing changes before you approve it.'), starters()));
}

function over(page, run) {
  const again = () => start(run.mode);
  const text = run.status === 'NO_CHANGE'
    ? 'The directory equals the tenant: there is nothing to change.'
    : `${count(sum(run.counts, 'applied'), 'change')} applied.`;
  fill(page.root, heading('Review'),
    run.problem?.code === 'UNREGISTERED_DOMAINS' ? unregistered(run, again) : run.problem ? problemBox(run.problem) : null,
    h('section.card', h('h2', `Run ${run.id} `, state(run.status)), run.problem ? null : h('p', text),
      h('p', h('a', { href: `#/history/${run.id}` }, 'What it did, object by object')), starters()));
}

class Review {
  constructor(page, run) {
    this.page = page;
    this.run = run;
    this.held = run.status !== 'AWAITING_REVIEW';
    this.exempted = 0;
    this.spared = 0;
    this.chosen = this.held ? '' : ORDER.find((category) => total(run.counts, 'planned', category)) ?? 'ADD';
    this.items = [];
  }

  async open() {
    this.tabs = h('div');
    this.list = h('div');
    this.foot = h('div.decide');
    fill(this.page.root, heading(this.held ? 'Held changes' : 'Review'), this.lead(), this.tabs, this.list, this.foot);
    this.choose(this.chosen);
    await this.countExempted();
  }

  lead() {
    const { run } = this;
    const from = ['Run ', h('a', { href: `#/history/${run.id}` }, run.id), run.requestedBy ? `, asked for by ${run.requestedBy}` : '',
      ', read ', time(run.startedAt, { ago: true })];
    if (this.held) {
      return notice('warn', h('p', h('strong', `The safeguards hold ${count(run.heldItems, 'change')} back.`),
        ' They would stop mail for more than is usual. Everything else is applied. Approve them if they are meant, or reject them: then their objects stay as they are.'),
      h('p.muted', from));
    }
    return h('div.lead', run.undoOf ? h('p', notice('plain', `This plan takes back what run ${run.undoOf} applied.`)) : null,
      h('p.muted', from, '. Nothing changes before you approve it; it expires ', time(run.expiresAt), '.'));
  }

  async countExempted() {
    const found = async (more) => (await get(`runs/${this.run.id}/items`, { outcome: 'EXEMPTED', size: 1, ...more })).total;
    this.exempted = await found({});
    if (this.exempted) {
      const spared = await Promise.all(REMOVING.map((category) => found({ category, objectType: 'USER' })));
      this.spared = spared[0] + spared[1];
    }
    this.totals();
  }

  totals() {
    const { counts } = this.run;
    const sections = this.held ? [] : ORDER.map((category) =>
      [category, `${CATEGORIES[category].sign} ${CATEGORIES[category].section} ${number(total(counts, 'planned', category))}`, CATEGORIES[category].kind]);
    if (this.held) {
      sections.push(['', `Held ${number(this.run.heldItems)}`]);
    }
    sections.push(['EXEMPT', `◆ Exempt ${number(this.exempted)}`, 'exempt']);
    fill(this.tabs, tabs('Sections of the plan', sections, this.chosen, (value) => this.choose(value)));
    this.decision();
  }

  decision() {
    const { counts } = this.run;
    const planned = this.held ? this.run.heldItems : sum(counts, 'planned') - this.exempted;
    const left = this.held ? 0 : sum(counts, 'deselected');
    const losing = this.held ? 0 : REMOVING.reduce((so, category) =>
      so + (counts.planned[category]?.users ?? 0) - (counts.deselected[category]?.users ?? 0), -this.spared);
    const apply = button(this.held ? 'Approve held changes' : 'Sync directory', () => this.approve(planned - left, losing), 'primary');
    apply.disabled = planned - left <= 0;
    fill(this.foot,
      h('p', { role: 'status' }, h('strong', count(planned - left, 'change')), left ? `, ${number(left)} left out` : '',
        this.exempted ? `, ${number(this.exempted)} exempt` : '',
        losing > 0 ? h('span.bad', ` – ${count(losing, 'user')} disabled or deleted`) : ''),
      h('div.buttons', button('Reject', () => this.reject()), apply));
  }

  choose(section) {
    this.chosen = section;
    this.totals();
    const exempt = section === 'EXEMPT';
    this.listing = listing({
      label: exempt ? 'Exempt in this plan' : this.held ? 'Held changes' : CATEGORIES[section].section,
      search: 'Search name or address',
      filters: [{ name: 'objectType', label: 'Kind', options: [['USER', 'Users'], ['GROUP', 'Groups']] }],
      read: (query) => get(`runs/${this.run.id}/items`, { ...query, ...this.filter() }),
      empty: exempt ? 'Nobody is exempted in this plan. Lasting exemptions stand under Exemptions.' : 'Nothing in this section.',
      columns: this.columns(exempt),
      bar: exempt ? null : this.bar(),
      row: (item) => ({ class: item.selected && item.outcome !== 'EXEMPTED' ? null : 'off' }),
      each: (found) => {
        this.items = found.items;
        this.unticked();
      },
    });
    fill(this.list, this.listing.element);
  }

  filter() {
    if (this.chosen === 'EXEMPT') {
      return { outcome: 'EXEMPTED' };
    }
    return this.held ? { outcome: 'HELD' } : { category: this.chosen };
  }

  columns(exempt) {
    const rows = [
      { title: 'Who', cell: who },
      { title: 'Change', kind: 'grow', cell: (item) => changes(this.run.id, item) },
      { title: 'Notes', cell: (item) => [item.outcome === 'EXEMPTED' ? h('p', '◆ Exempt') : null, notes(item)] },
    ];
    if (exempt) {
      return rows;
    }
    const tick = { title: 'Apply', kind: 'tick', cell: (item) => this.tick(item) };
    const actions = { title: '', label: 'Actions', kind: 'acts', cell: (item) => item.outcome === 'EXEMPTED' ? null : this.acts(item) };
    return this.held ? [...rows, actions] : [tick, ...rows, actions];
  }

  tick(item) {
    const box = h('input', {
      type: 'checkbox',
      checked: item.selected && item.outcome !== 'EXEMPTED',
      disabled: item.outcome === 'EXEMPTED',
      'aria-label': `Apply to ${item.displayName ?? item.address ?? item.entraId}`,
      onchange: async () => {
        try {
          await this.send({ items: [item.id], selected: box.checked });
          item.selected = box.checked;
          box.closest('tr').className = box.checked ? '' : 'off';
          this.unticked();
        } catch (problem) {
          box.checked = item.selected;
          this.failed(problem);
        }
      },
    });
    return box;
  }

  acts(item) {
    const name = item.displayName ?? item.address ?? item.entraId;
    const acts = [h('button', { type: 'button', 'aria-label': `Exempt ${name}`, onclick: () => this.exempt([item.id], name) }, 'Exempt')];
    if (this.run.undoOf && !this.held) {
      acts.push(h('button', { type: 'button', onclick: () => this.send({ items: [item.id], leaveToNextRun: true })
        .then(() => tell(`The next run decides about ${name}.`)).catch((problem) => this.failed(problem)) }, 'Leave to next run'));
    }
    return h('div.buttons', acts);
  }

  bar() {
    this.off = button('Exempt those left out', () => this.exempt(this.untickedIds(), null));
    return h('div.bar', { role: 'group', 'aria-label': 'For all that are found' },
      this.held ? null : [button('Select all', () => this.selectAll(true)), button('Select none', () => this.selectAll(false)), this.off],
      button('Exempt all found …', () => this.exemptFound()));
  }

  untickedIds() {
    return this.items.filter((item) => !item.selected && item.outcome !== 'EXEMPTED').map((item) => item.id);
  }

  unticked() {
    if (this.off) {
      const found = this.untickedIds().length;
      this.off.textContent = found ? `Exempt the ${number(found)} left out …` : 'Exempt those left out …';
      this.off.disabled = !found;
    }
  }

  /** All of the section, or all that the search finds. */
  async found() {
    const { q, objectType } = this.listing.state;
    if (!q && !objectType && !this.held) {
      return { category: this.chosen };
    }
    const items = await all(`runs/${this.run.id}/items`, { q, objectType, ...this.filter() });
    return { items: items.filter((item) => item.outcome !== 'EXEMPTED').map((item) => item.id) };
  }

  async selectAll(selected) {
    await this.send({ ...(await this.found()), selected }).catch((problem) => this.failed(problem));
    tell(selected ? 'All are selected.' : 'None is selected.');
    await this.listing.refresh({ quiet: true });
  }

  async exemptFound() {
    const what = await this.found();
    if (what.items && !what.items.length) {
      tell('Nothing is found.');
      return;
    }
    await this.askExempt(what, what.items ? count(what.items.length, 'object') : `all of “${CATEGORIES[this.chosen].section}”`);
  }

  exempt(ids, name) {
    return this.askExempt({ items: ids }, name ?? count(ids.length, 'object'));
  }

  async askExempt(what, name) {
    const id = uid('reason');
    const reason = h('input', { id, maxlength: 1024, autocomplete: 'off' });
    const done = await confirm(`Exempt ${name}?`, [
      h('p', 'Syncs leave what is exempt alone, now and from now on, until you lift the exemption.'),
      h('div.field', h('label', { for: id }, 'Reason'), reason),
    ], 'Exempt', () => this.send({ ...what, exempt: { reason: reason.value.trim() || 'Exempt by review' } }));
    if (done) {
      tell(`Exempt: ${name}.`);
      await this.countExempted();
      this.run.status === 'AWAITING_REVIEW' || this.run.heldItems > 0 ? await this.listing.refresh({ quiet: true }) : show(this.page, this.run);
    }
  }

  async send(choice) {
    this.run = await patch(`runs/${this.run.id}/items`, choice);
    this.totals();
  }

  async failed(problem) {
    alertProblem(problem);
    const run = await get(`runs/${this.run.id}`);
    if (run.status !== this.run.status) {
      show(this.page, run);
    }
  }

  async approve(changed, losing) {
    const run = await confirm(this.held ? 'Approve held changes?' : 'Sync directory?', [
      h('p', `${count(changed, 'change')} will be applied to the directory.`),
      losing > 0 || this.held
        ? notice('danger', h('p', h('strong', this.held ? 'These changes stop mail.' : `${count(losing, 'user')} will be disabled or deleted.`),
          ' Whoever is disabled or deleted receives no mail any more.'))
        : null,
    ], this.held ? 'Approve' : `Apply ${count(changed, 'change')}`, () => post(`runs/${this.run.id}/apply`, { planHash: this.run.planHash }),
    { danger: losing > 0 || this.held });
    if (run) {
      show(this.page, { ...run, status: 'RUNNING', stage: 'APPLYING' });
    } else {
      const now = await get(`runs/${this.run.id}`);
      if (now.planHash !== this.run.planHash) {
        show(this.page, now);
      }
    }
  }

  async reject() {
    const done = await dialog('Reject?', h('p', this.held
      ? 'The held changes are not applied; their objects stay as they are. The next run judges anew.'
      : 'Nothing of this plan is applied. The next run plans anew.'), [
      { text: 'Cancel', value: null },
      { text: 'Reject', value: () => post(`runs/${this.run.id}/reject`), primary: true },
    ]);
    if (done) {
      tell(`${word(done.status)}.`);
      show(this.page, done);
    }
  }
}
