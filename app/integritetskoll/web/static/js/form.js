// The form at `/`, alive: everything below works without this file too, one page at a time.

import { button, byId } from "./dom.js";
import { createDrafting } from "./drafting.js";
import { fill, openBeside, turnTo, valuesOf } from "./page.js";
import { createPictures } from "./pictures.js";
import { forget, recall, remember } from "./remembered.js";
import { loadWords, say } from "./words.js";

const ANSWERS = { yes: true, no: false };

let page = new AbortController(); // ends what listens to a page that was replaced

// Make the page alive; `kept` is what stood in it in another language.
function start(kept = null) {
  const form = byId("draft");
  const { signal } = page;
  document.documentElement.classList.add("live");
  const answered = byId("answer");
  answered?.remove();
  if (kept) fill(form, kept.values);
  else if (!answered) recall(form);
  let pictures = null;
  const drafting = createDrafting({
    area: byId("text"),
    bar: byId("bar"),
    section: byId("live"),
    context: () => contextOf(form),
    files: () => pictures?.files() ?? [],
    shown: (report) => pictures?.show(report),
    answer: (code, value) => {
      choose(form, code, value);
      chosen();
    },
    change: (name) => {
      form.elements.destination.value = name;
      chosen();
    },
    revealPicture: (name) => pictures?.reveal(name),
    ignored: kept?.ignored,
    signal,
  });
  pictures = createPictures({
    input: byId("files"), list: byId("pictures"), tools: byId("picture-tools"), trouble: byId("picture-trouble"),
    form, changed: () => { ask(form, pictures); drafting.changed(true); },
    stopped: drafting.again, failed: drafting.fail, tell: (sentence) => { byId("said").textContent = sentence; },
    pictures: kept?.pictures, signal,
  });

  function chosen() {
    ask(form, pictures);
    remember(form);
    drafting.changed(true);
  }

  async function turn(language) {
    const values = valuesOf(form);
    const kept = { values, pictures: pictures.all(), ignored: drafting.ignored() };
    const arrive = await turnTo(language, "/");
    drafting.stop();
    page.abort();
    page = new AbortController();
    start(kept);
    arrive();
  }

  form.addEventListener("change", (event) => {
    if (event.target.type !== "file" && event.target !== byId("text")) chosen();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (event.submitter?.closest("nav")) turn(event.submitter.value).catch(drafting.fail);
    else drafting.again();
  });
  openBeside(() => Boolean(drafting.text().trim() || pictures.files().length), signal);
  byId("remembered").append(" ", button(say("forget", {}, "page"), () => {
    forget();
    byId("said").textContent = say("forgotten", {}, "page");
  }));
  ask(form, pictures);
  drafting.changed(true);
}

function contextOf(form) {
  const value = (name) => form.elements[name].value.trim() || null;
  const said = (name) => (byId(`ask-${name}`).hidden ? null : ANSWERS[form.elements[name].value] ?? null);
  return {
    destination: value("destination"), document_type: value("document_type"), purpose: value("purpose"),
    audience: value("audience"), school: value("school"), school_class: value("school_class"),
    images_recognisable: said("images_recognisable"), images_approved: said("images_approved"),
    protected_identity_checked: said("protected_identity_checked"),
  };
}

function choose(form, name, value) {
  byId(`ask-${name}`).hidden = false;
  form.elements[name].value = value;
}

// Ask only what matters for this draft.
function ask(form, pictures) {
  const open = form.elements.destination.selectedOptions[0]?.dataset.open === "yes";
  const pictured = pictures.files().length > 0 || form.elements.document_type.value === "caption";
  byId("ask-protected_identity_checked").hidden = !open;
  byId("ask-images_recognisable").hidden = !pictured;
  byId("ask-images_approved").hidden = !pictured || form.elements.images_recognisable.value !== "yes";
}

loadWords().then(() => start()).catch(() => document.documentElement.classList.remove("live"));
