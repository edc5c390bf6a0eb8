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

function uploadOf(draft) {
  const form = new FormData();
  form.append("text", wellFormed(draft.text));
  form.append("context", JSON.stringify(draft.context));
  form.append("wording", language);
  form.append("ignored", JSON.stringify(draft.ignored));
  for (const file of draft.files) form.append("files", file, file.name);
  return form;
}

async function post(address, body, signal) {
  const answer = await fetch(address, {
    method: "POST", body: JSON.stringify(body), signal, cache: "no-store",
    headers: { "content-type": "application/json", accept: "application/json" },
  });
  if (answer.ok) return answer.json();
  throw new Refusal(answer.status, await problemOf(answer), Number(answer.headers.get("retry-after") ?? 0));
}

export async function problemOf(answer) {
  try {
    return await answer.json();
  } catch {
    return {};
  }
}

// Check a draft; a text alone goes as JSON, with pictures it is an upload that tells how far it is.
export function check(draft, signal, onprogress) {
  if (!draft.files.length) return post("/api/v1/check/text", bodyOf(draft), signal);
  return upload("/api/v1/check/draft", uploadOf(draft), signal, onprogress);
}

export function redact(draft) {
  return post("/api/v1/redact/text", bodyOf(draft));
}

function upload(address, form, signal, onprogress) {
  const request = new XMLHttpRequest();
  return new Promise((resolve, reject) => {
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
  const answer = await fetch(`/clean?lang=${language}`, {
    method: "POST", body: form, cache: "no-store", headers: { accept: "application/json" },
  });
  if (!answer.ok) throw new Refusal(answer.status, await problemOf(answer));
  const named = /filename="([^"]+)"/.exec(answer.headers.get("content-disposition") ?? "");
  return { blob: await answer.blob(), name: named?.[1] ?? "bild-ren" };
}

// Get a picture that the browser can't show as one that it can; nothing of it is kept.
export async function preview(file) {
  const form = new FormData();
  form.append("file", file, file.name);
  const answer = await fetch(`/preview?lang=${language}`, {
    method: "POST", body: form, cache: "no-store", headers: { accept: "application/json" },
  });
  if (!answer.ok) throw new Refusal(answer.status, await problemOf(answer));
  return answer.blob();
}
