// What the page asks of the service it came from, and nothing of anybody else.

import { wellFormed } from "./offsets.js";
import { language } from "./words.js";

export class Refusal extends Error {
  constructor(status, problem = {}, seconds = 0) {
    super(problem.detail ?? "");
    this.status = status;
    this.code = problem.code ?? "";
    this.seconds = seconds;
  }
}

function bodyOf(draft) {
  return { text: wellFormed(draft.text), context: draft.context, wording: language, ignored: draft.ignored };
}

async function ask(address, options) {
  const answer = await fetch(address, {
    method: "POST", cache: "no-store", ...options, headers: { accept: "application/json", ...options.headers },
  });
  if (answer.ok) return answer;
  throw new Refusal(answer.status, await problemOf(answer), Number(answer.headers.get("retry-after") ?? 0));
}

async function askJson(address, body, signal) {
  const headers = { "content-type": "application/json" };
  return (await ask(address, { body: JSON.stringify(body), signal, headers })).json();
}

export async function problemOf(answer) {
  try {
    return await answer.json();
  } catch {
    return {};
  }
}

// Check a text, with what its pictures were read as where it has some: one report for the whole.
export async function check(draft, signal, held = []) {
  if (!held.length) return askJson("/api/v1/check/text", bodyOf(draft), signal);
  const { text, context, ignored } = bodyOf(draft);
  const given = Object.fromEntries(Object.entries(context).filter(([, value]) => value !== null));
  const whole = JSON.stringify({ text, context: given, ignored, images: held });
  const body = new FormData();
  body.append("draft", new Blob([whole]), "draft");
  return (await ask(`/draft?lang=${language}`, { body, signal })).json();
}

export function redact(draft) {
  return askJson("/api/v1/redact/text", bodyOf(draft));
}

// Send a picture and get what was read of it; tells how far it is.
export function read(file, signal, onprogress) {
  const form = new FormData();
  form.append("name", file.name);
  form.append("file", file, file.name);
  return upload(`/reading?lang=${language}`, form, signal, onprogress);
}

function upload(address, form, signal, onprogress) {
  const request = new XMLHttpRequest();
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    signal.addEventListener("abort", () => request.abort());
    request.upload.addEventListener("progress", (event) => {
      if (event.lengthComputable) onprogress(event.loaded / event.total);
    });
    request.addEventListener("abort", () => reject(new DOMException("", "AbortError")));
    request.addEventListener("error", () => reject(new TypeError("network")));
    request.addEventListener("load", () => {
      if (request.status === 200) resolve(request.response);
      else reject(new Refusal(request.status, request.response ?? {}, Number(request.getResponseHeader("retry-after") ?? 0)));
    });
    request.open("POST", address);
    request.responseType = "json";
    request.setRequestHeader("accept", "application/json");
    request.send(form);
  });
}

// Get clean copies of the pictures of a form; the draft's text goes along, because it can stop them.
export async function clean(form) {
  const answer = await ask(`/clean?lang=${language}`, { body: form });
  const named = /filename="([^"]+)"/.exec(answer.headers.get("content-disposition") ?? "");
  return { blob: await answer.blob(), name: named?.[1] ?? "bild-ren" };
}

// Get a picture that the browser can't show as one that it can; nothing of it is kept.
export async function preview(file) {
  const form = new FormData();
  form.append("file", file, file.name);
  return (await ask(`/preview?lang=${language}`, { body: form })).blob();
}
