/** What the server said when it did not do it; `violations` by field. */
export class Problem extends Error {
  /** @param {number} status @param {{title?: string, detail?: string, violations?: {field: string, message: string}[]}} body */
  constructor(status, body) {
    super(body.detail ?? body.title ?? `The server answered ${status}.`);
    this.status = status;
    this.violations = body.violations ?? [];
  }
}

const csrfToken = () => document.querySelector('meta[name="csrf-token"]')?.content ?? "";

/** @returns {Promise<any>} the JSON; @throws {Problem} */
export const get = (path, signal) => call(path, { signal });

/** @returns {Promise<{status: number, body: any}>} 202 means: sent, the bay has not confirmed yet; @throws {Problem} */
export const post = (path, body) => send("POST", path, body);
export const put = (path, body) => send("PUT", path, body);

/** Sends a file as it is. @returns {Promise<any>} the JSON; @throws {Problem} */
export async function upload(path, file) {
  if (!file) throw new Problem(400, { violations: [{ field: "file", message: "must be chosen" }] });
  const headers = { "Content-Type": "application/octet-stream", "X-CSRF-TOKEN": csrfToken() };
  return readJson(await request(path, { method: "POST", headers, body: file }));
}

async function send(method, path, body) {
  const headers = { "Content-Type": "application/json", "X-CSRF-TOKEN": csrfToken() };
  const response = await request(path, { method, headers, body: JSON.stringify(body ?? {}) });
  return { status: response.status, body: await readJson(response) };
}

async function call(path, options) {
  return readJson(await request(path, options));
}

async function request(path, options) {
  let response;
  try {
    response = await fetch(path, { ...options, headers: { Accept: "application/json", ...options.headers } });
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new Problem(0, { detail: "The dashboard cannot be reached. Check the network." });
  }
  if (response.status === 401) location.assign(`/login?next=${encodeURIComponent(location.pathname)}`);
  if (!response.ok) throw new Problem(response.status, await readJson(response).catch(() => ({})));
  return response;
}

async function readJson(response) {
  const text = await response.text();
  return text === "" ? null : JSON.parse(text);
}
