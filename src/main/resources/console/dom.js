/** Builds elements. Data only ever becomes text or an attribute, never markup. */

/** h('p.muted', {title: 'x', onclick: f}, 'text', child, [more], null) */
export function h(selector, ...rest) {
  const [tag, ...classes] = selector.split('.');
  const element = document.createElement(tag);
  if (classes.length) {
    element.className = classes.join(' ');
  }
  const plain = rest[0] !== null && typeof rest[0] === 'object' && rest[0].constructor === Object;
  if (plain) {
    set(element, rest.shift());
  }
  append(element, rest);
  return element;
}

function set(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) {
      element.addEventListener(name.slice(2), value);
    } else if (['value', 'checked', 'disabled', 'hidden', 'indeterminate', 'selected', 'multiple'].includes(name)) {
      element[name] = value;
    } else if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(name, value === true ? '' : value);
    }
  }
}

function append(element, children) {
  for (const child of children.flat(Infinity)) {
    if (child !== null && child !== undefined && child !== false && child !== '') {
      element.append(child);
    }
  }
}

export function fill(element, ...children) {
  element.replaceChildren();
  append(element, children);
  return element;
}

let last = 0;

/** An id for labels and the like. */
export function uid(prefix = 'id') {
  last += 1;
  return `${prefix}-${last}`;
}

/** Calls once nothing more was asked for some time. */
export function later(work, wait = 250) {
  let timer;
  return (...args) => {
    clearTimeout(timer);
    timer = setTimeout(() => work(...args), wait);
  };
}
