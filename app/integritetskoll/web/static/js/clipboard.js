// Copy the cleaned text; where the browser does not let us, show it selected.

import { make } from "./dom.js";
import { redact } from "./service.js";
import { say } from "./words.js";

export async function copyCleaned(draft, place, bar) {
  let done;
  try {
    done = await redact(draft);
  } catch (error) {
    bar.tell(error.message || say("gone"), 1);
    place.replaceChildren(make("p", { class: "note" }, error.message || say("gone")));
    return null;
  }
  if (done.text === null) return done.report;
  const area = make("textarea", { readonly: true, rows: "6", lang: "sv", "aria-label": say("copy_title") });
  area.value = done.text;
  const note = make("p", { class: "note" });
  place.replaceChildren(area, note);
  const copied = await written(done.text);
  note.textContent = say(copied ? "copied" : "copied_not");
  bar.tell(note.textContent, 1);
  if (!copied) {
    area.focus();
    area.select();
  }
  return done.report;
}

async function written(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
