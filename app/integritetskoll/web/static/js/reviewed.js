// A file under review: how it comes in, how far its review is, what was found most.

import { make } from "./dom.js";
import { problemOf, Refusal } from "./service.js";
import { language } from "./words.js";

export function classes(found) {
  const most = Math.max(...found.map((one) => one.count));
  return make("ul", { class: "classes" }, found.slice(0, 8).map((one) => {
    const bar = make("i", { "aria-hidden": "true" });
    bar.style.width = `${Math.round((100 * one.count) / most)}%`;
    return make("li", {}, make("span", {}, `${one.name}: ${one.count}`), bar);
  }));
}

// Send the file; the service says line by line how far it is, and the rows come last, all at once.
export async function reviewed(body, signal, onprogress) {
  const answer = await fetch(`/review?lang=${language}`, {
    method: "POST", body, signal, cache: "no-store", headers: { accept: "application/x-ndjson" },
  });
  if (!answer.ok) throw new Refusal(answer.status, await problemOf(answer));
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { value, done } = await reader.read();
    const lines = (rest + (value ?? "")).split("\n");
    rest = lines.pop();
    for (const line of lines) {
      const one = JSON.parse(line);
      if (one.detail) throw new Error(one.detail);
      if (one.rows) return one;
      onprogress(one);
    }
    if (done) throw new Error("");
  }
}

export function takeDrop(take, signal) {
  const carries = (event) => [...(event.dataTransfer?.types ?? [])].includes("Files");
  const over = (on) => document.documentElement.classList.toggle("dropping", on);
  addEventListener("dragover", (event) => { if (carries(event)) { event.preventDefault(); over(true); } }, { signal });
  addEventListener("dragleave", (event) => !event.relatedTarget && over(false), { signal });
  addEventListener("drop", (event) => {
    if (!carries(event)) return;
    event.preventDefault();
    over(false);
    take(event.dataTransfer.files);
  }, { signal });
}
