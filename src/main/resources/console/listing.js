/** A table that is read page by page, with search and filters that stand in the address. */
import { fill, h, later, uid } from './dom.js';
import { number } from './format.js';
import { loading, problemBox, button, select } from './parts.js';

const SIZE = 50;

/**
 * options: label; read(query) → page; columns [{title, cell(item), narrow}]; empty: text; search: label of the field;
 * filters [{name, label, options}]; route: where the state is kept (null: nowhere); each(page) after every page;
 * gone(state): what to say of entries that were there once
 */
export function listing(options) {
  const { label, read, columns, empty, search, filters = [], route = null, each, gone } = options;
  const state = { page: 0, q: '' };
  filters.forEach((filter) => (state[filter.name] = filter.value ?? ''));
  if (route) {
    for (const name of Object.keys(state)) {
      state[name] = route.query.get(name) ?? state[name];
    }
    state.page = Math.max(0, Number(state.page) - 1 || 0);
  }
  const body = h('div.rows');
  const announced = h('p.found', { role: 'status' });
  let asked = 0;

  async function refresh({ quiet = false } = {}) {
    asked += 1;
    const mine = asked;
    const wait = setTimeout(() => quiet || fill(body, loading()), body.childElementCount ? 300 : 0);
    try {
      const page = await read({ ...state, page: state.page, size: SIZE });
      if (mine !== asked) {
        return;
      }
      if (page.items.length === 0 && state.page > 0) {
        state.page = 0;
        await refresh();
        return;
      }
      show(page);
    } catch (problem) {
      fill(body, problemBox(problem, h('p', button('Try again', () => refresh()))));
    } finally {
      clearTimeout(wait);
    }
  }

  function show(page) {
    const filtered = state.q || filters.some((filter) => state[filter.name]);
    fill(announced, page.total === 0 ? '' : range(page));
    fill(
      body,
      page.items.length
        ? table(label, columns, page.items, options.row)
        : h('p.empty', gone?.(state) ?? (filtered ? 'Nothing matches.' : empty)),
      page.total > SIZE ? pager(page) : null,
    );
    each?.(page);
  }

  function range(page) {
    const first = page.page * page.size + 1;
    return `${number(first)}–${number(first + page.items.length - 1)} of ${number(page.total)}`;
  }

  function pager(page) {
    const pages = Math.ceil(page.total / page.size);
    const go = (to) => async () => {
      state.page = to;
      keep();
      await refresh();
      element.scrollIntoView({ block: 'start' });
    };
    const step = (text, to, off) => {
      const element = button(text, go(to));
      element.disabled = off;
      return element;
    };
    return h(
      'nav.pager',
      { 'aria-label': `Pages of ${label}` },
      step('« First', 0, page.page === 0),
      step('‹ Previous', page.page - 1, page.page === 0),
      h('span', `Page ${number(page.page + 1)} of ${number(pages)}`),
      step('Next ›', page.page + 1, page.page >= pages - 1),
      step('Last »', pages - 1, page.page >= pages - 1),
    );
  }

  function keep() {
    if (!route) {
      return;
    }
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries(state)) {
      if (value) {
        query.set(name, name === 'page' ? value + 1 : value);
      }
    }
    const text = query.toString();
    history.replaceState(null, '', `#/${route.path}${text ? `?${text}` : ''}`);
  }

  const changed = () => {
    state.page = 0;
    keep();
    refresh();
  };

  function tools() {
    const typed = later((value) => {
      state.q = value.trim();
      changed();
    });
    const input = search
      ? h('input', { type: 'search', id: uid('search'), value: state.q, autocomplete: 'off', spellcheck: 'false', oninput: () => typed(input.value) })
      : null;
    return h(
      'div.tools',
      input ? h('div.field.grow', h('label', { for: input.id }, search), input) : null,
      filters.map((filter) => {
        const id = uid('filter');
        const box = select([['', 'All'], ...filter.options], state[filter.name], {
          id,
          onchange: () => {
            state[filter.name] = box.value;
            changed();
          },
        });
        return h('div.field', h('label', { for: id }, filter.label), box);
      }),
      announced,
    );
  }

  const element = h('div.listing', tools(), options.bar ?? null, body);
  refresh();
  return { element, refresh, state };
}

/** Roles are spelled out, because narrow screens show the rows as blocks. */
export function table(label, columns, items, row = () => ({})) {
  return h(
    'table',
    { role: 'table', 'aria-label': label },
    h('thead', { role: 'rowgroup' }, h('tr', { role: 'row' }, columns.map((column) =>
      h(`th${column.kind ? `.${column.kind}` : ''}`, { role: 'columnheader', scope: 'col' }, column.head ?? h(column.title ? 'span' : 'span.hidden', column.title || column.label))))),
    h('tbody', { role: 'rowgroup' }, items.map((item) =>
      h('tr', { role: 'row', ...row(item) }, columns.map((column) =>
        h(`td${column.kind ? `.${column.kind}` : ''}`, { role: 'cell', 'data-label': column.title || null }, column.cell(item)))))),
  );
}
