import { all, download, get, post, save } from '../api.js';
import { fill, h } from '../dom.js';
import { count, duration, number, sum, time, word } from '../format.js';
import { changes, notes, ofWhat, who } from '../items.js';
import { listing, table } from '../listing.js';
import { button, card, category, CATEGORIES, check, confirm, facts, heading, problemBox, state, tabs } from '../parts.js';
import { unregistered, start, watch } from '../running.js';

const OUTCOMES = ['PENDING', 'APPLIED', 'FAILED', 'DESELECTED', 'EXEMPTED', 'STALE', 'BLOCKED', 'HELD', 'REJECTED'];
const MEASURES = ['planned', 'applied', 'failed', 'held', 'stale', 'blocked', 'deselected', 'withheld'];

export function render(root, route) {
  return route.id ? detail(root, route) : overview(root, route);
}

function overview(root, route) {
  const list = listing({
    label: 'Runs',
    route,
    read: (query) => get('runs', query),
    empty: 'No sync has run yet.',
    columns: [
      { title: 'Run', cell: (run) => h('a', { href: `#/history/${run.id}` }, `Run ${run.id}`) },
      { title: 'Started', cell: (run) => time(run.startedAt) },
      { title: 'Result', cell: (run) => [state(run.status), run.heldItems ? h('a.small', { href: `#/review/${run.id}` }, ` ${number(run.heldItems)} held`) : null] },
      { title: 'Applied', cell: (run) => applied(run) },
      { title: 'Asked for by', cell: (run) => [word(run.trigger), run.requestedBy ? h('span.muted', ` ${run.requestedBy}`) : null] },
      { title: 'Took', cell: (run) => (run.finishedAt ? duration(run.startedAt, run.finishedAt) : '–') },
    ],
  });
  fill(root, heading('History'), list.element);
}

function applied(run) {
  if (run.problem && !sum(run.counts, 'applied')) {
    return h('span.bad', word(run.problem.code));
  }
  const parts = Object.entries(CATEGORIES).map(([code, { sign }]) => {
    const { users = 0, groups = 0 } = run.counts.applied?.[code] ?? {};
    return users + groups ? h('span.num', { title: word(code) }, `${sign}${number(users + groups)} `) : null;
  });
  return parts.some(Boolean) ? parts : h('span.muted', 'nothing');
}

async function detail(root, route) {
  const run = await get(`runs/${route.id}`);
  let stop = null;
  const live = h('div.stack');
  const body = h('div.stack');
  fill(root, h('p.crumb', h('a', { href: '#/history' }, 'History')), heading(`Run ${run.id}`, actions(run)), live, body);
  if (run.status === 'RUNNING') {
    stop = watch(live, run, () => dispatchEvent(new HashChangeEvent('hashchange')));
    return () => stop();
  }
  fill(live,
    run.problem?.code === 'UNREGISTERED_DOMAINS' ? unregistered(run, () => start(run.mode)) : run.problem ? problemBox(run.problem) : null,
    card('At a glance', h('p', state(run.status)), facts([
      ['Started', time(run.startedAt)],
      ['Took', run.finishedAt ? duration(run.startedAt, run.finishedAt) : '–'],
      ['Asked for by', `${word(run.trigger)}${run.requestedBy ? `, ${run.requestedBy}` : ''}`],
      ['Read', `${count(run.counts.read?.users, 'user')}, ${count(run.counts.read?.groups, 'group')}, ${count(run.counts.read?.members, 'membership')}${run.fullRead ? '' : ' (changes only)'}`],
      ['Aliases left out', number(run.counts.aliasesLeftOut)],
      ['Requests to Graph', `${number(run.counts.graphRequests)}, ${number(run.counts.retries)} repeated`],
      run.undoOf ? ['Takes back', h('a', { href: `#/history/${run.undoOf}` }, `run ${run.undoOf}`)] : null,
    ])),
    sums(run));
  parts(body, run);
  return null;
}

function actions(run) {
  const waits = run.status === 'AWAITING_REVIEW' || run.heldItems > 0;
  return [
    waits ? h('a.button.primary', { href: `#/review/${run.id}` }, 'Review') : null,
    button('Export CSV', () => download(`runs/${run.id}/items`, {}, 'text/csv', `run-${run.id}.csv`)),
    button('Export JSON', async () => {
      const found = await all(`runs/${run.id}/items`, {});
      save(new Blob([JSON.stringify(found, null, 2)], { type: 'application/json' }), `run-${run.id}.json`);
    }),
    sum(run.counts, 'applied') ? button('Undo …', () => undo(run)) : null,
  ];
}

async function undo(run) {
  let exempt = true;
  const planned = await confirm(`Undo run ${run.id}?`, [
    h('p', 'A plan is made that takes back what this run applied. You review it before anything changes; what has changed since stays as it is.'),
    check('Exempt the objects, so that the next sync does not do the same again', true, (value) => {
      exempt = value;
    }),
  ], 'Plan the undo', () => post(`runs/${run.id}/undo`, { exempt }));
  if (planned) {
    location.hash = `#/review/${planned.id}`;
  }
}

function sums(run) {
  const rows = MEASURES.filter((measure) => measure === 'planned' || sum(run.counts, measure));
  return card('Counts', table('Counts', [
    { title: '', label: 'Measure', cell: (measure) => h('strong', word(measure)) },
    ...Object.entries(CATEGORIES).map(([code, { sign, section }]) => ({
      title: `${sign} ${section}`, cell: (measure) => ofWhat(run.counts[measure]?.[code]),
    })),
  ], rows));
}

function parts(root, run) {
  let chosen = 'items';
  const bar = h('div');
  const body = h('div');
  const show = (value) => {
    chosen = value;
    fill(bar, tabs('Details', [['items', 'Changes'], ['skipped', 'Not brought over']], chosen, show));
    fill(body, chosen === 'items' ? items(run) : skipped(run));
  };
  fill(root, bar, body);
  show(chosen);
}

function items(run) {
  return listing({
    label: 'Changes',
    search: 'Search name or address',
    filters: [
      { name: 'category', label: 'Change', options: Object.keys(CATEGORIES).map((code) => [code, word(code)]) },
      { name: 'objectType', label: 'Kind', options: [['USER', 'Users'], ['GROUP', 'Groups']] },
      { name: 'outcome', label: 'Outcome', options: OUTCOMES.map((code) => [code, word(code)]) },
    ],
    read: (query) => get(`runs/${run.id}/items`, query),
    empty: 'This run planned no changes.',
    columns: [
      { title: '', label: 'Change', cell: (item) => category(item.category) },
      { title: 'Who', cell: who },
      { title: 'Change', kind: 'grow', cell: (item) => changes(run.id, item) },
      { title: 'Notes', cell: notes },
      { title: 'Outcome', cell: (item) => state(item.outcome) },
    ],
  }).element;
}

function skipped(run) {
  const reasons = Object.keys(run.counts.skipped ?? {});
  return listing({
    label: 'Not brought over',
    search: 'Search name or address',
    filters: [{ name: 'reason', label: 'Reason', options: reasons.map((code) => [code, `${word(code)} (${number(run.counts.skipped[code])})`]) }],
    read: (query) => get(`runs/${run.id}/skipped`, query),
    empty: 'Everything was brought over.',
    gone: ({ q, reason }) => (!q && (reason ? run.counts.skipped[reason] : reasons.length) ? 'Who was left out is kept of the newest read alone.' : null),
    columns: [
      { title: 'Who', cell: who },
      { title: 'Reason', cell: (item) => word(item.reason) },
      { title: 'Value', kind: 'grow', cell: (item) => h('span.wrap', item.detail ?? '') },
      { title: '', label: 'Explain', cell: (item) => h('a', { href: `#/explain?subject=${encodeURIComponent(item.address ?? item.entraId)}`, 'aria-label': `Explain ${item.displayName ?? item.entraId}` }, 'Explain') },
    ],
  }).element;
}
