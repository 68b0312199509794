/** Requests to the API. Everything that goes wrong is thrown as a Problem with title, detail and remedy. */

const ROOT = new URL('../', document.baseURI);

export class Problem extends Error {
  constructor(status, body) {
    super(body.title);
    this.status = status;
    this.code = body.code ?? 'UNKNOWN';
    this.title = body.title ?? 'The request failed.';
    this.detail = body.detail ?? '';
    this.remedy = body.remedy ?? '';
  }

  static async of(answer) {
    const body = await answer.json().catch(() => ({ title: `The service answered with status ${answer.status}.` }));
    return new Problem(answer.status, body);
  }
}

const UNREACHABLE = {
  code: 'UNREACHABLE',
  title: 'The service does not answer.',
  remedy: 'Check that it runs and that your network reaches it, then try again.',
};

/** Proves to the service that a request comes from one of its own pages. */
export function csrf() {
  const token = document.cookie.match(/(?:^|; )XSRF-TOKEN=([^;]*)/);
  return token ? { 'X-XSRF-TOKEN': decodeURIComponent(token[1]) } : {};
}

export function url(path, query = {}) {
  const target = new URL(path, ROOT);
  for (const [name, value] of Object.entries(query)) {
    if (value !== '' && value !== null && value !== undefined) {
      target.searchParams.set(name, value);
    }
  }
  return target;
}

/** On the way out what is still asked for is refused, and must not be taken for a session that ended by itself. */
let leaving = false;

async function send(method, target, body, accept = 'application/json') {
  const headers = { Accept: accept, 'X-Requested-With': 'console', ...csrf() };
  if (body !== undefined) {
    headers['Content-Type'] = 'application/json';
  }
  let answer;
  try {
    answer = await fetch(target, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) });
  } catch {
    throw new Problem(0, UNREACHABLE);
  }
  if (answer.status === 401 && leaving) {
    return new Promise(() => {});
  }
  if (answer.status === 401) {
    sessionStorage.setItem('to', location.hash);
    location.href = '../login?ended';
    return new Promise(() => {});
  }
  if (!answer.ok) {
    throw await Problem.of(answer);
  }
  return answer;
}

async function json(method, path, query, body) {
  const answer = await send(method, url(`api/${path}`, query), body);
  return answer.status === 204 ? null : answer.json();
}

export const get = (path, query) => json('GET', path, query);
export const post = (path, body, query) => json('POST', path, query, body);
export const put = (path, body, query) => json('PUT', path, query, body);
export const patch = (path, body) => json('PATCH', path, {}, body);
export const remove = (path, query) => json('DELETE', path, query);

/** Every entry of a list, page by page. */
export async function all(path, query) {
  const items = [];
  for (let page = 0; ; page += 1) {
    const answer = await get(path, { ...query, page, size: 500 });
    items.push(...answer.items);
    if (answer.items.length < 500) {
      return items;
    }
  }
}

/** The answer as a file for the operator. */
export async function download(path, query, accept, name) {
  const answer = await send('GET', url(`api/${path}`, query), undefined, accept);
  save(await answer.blob(), name);
}

export function save(blob, name) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** Who is logged in by a session; null where the browser logs in with every request. */
export async function session() {
  const answer = await fetch(url('session'), { headers: { 'X-Requested-With': 'console' } }).catch(() => null);
  return answer?.ok ? answer.json() : null;
}

export async function logout() {
  leaving = true;
  try {
    await fetch(url('logout'), { method: 'POST', headers: { ...csrf(), 'X-Requested-With': 'console' } });
  } catch {
    leaving = false;
    throw new Problem(0, UNREACHABLE);
  }
  location.href = 'login.html?out';
}
