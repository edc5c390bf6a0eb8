// Many assessments at once: drop a file, see who needs it most, open a row, change it, save.

import { button, byId, chooser, download, make, shape } from "./dom.js";
import { createDrafting } from "./drafting.js";
import { fill, openBeside, signInLink, turnTo, valuesOf } from "./page.js";
import { classes, reviewed, takeDrop } from "./reviewed.js";
import { check, problemOf, Refusal } from "./service.js";
import { called, counted, language, loadWords, say } from "./words.js";

const PARTS = ["content", "verb", "level", "next_step"];
const RANK = { unread: 4, blocked: 3, do_not_publish: 2, review: 1, clear: 0 };
const word = (code, facts) => say(code, facts, "review");

let page = new AbortController(); // ends what listens to a page that was replaced

// Make the page alive; `kept` is what stood in it in another language.
function start(kept = null) {
  const form = byId("review");
  const { signal } = page;
  const [trouble, place, opened] = [byId("review-trouble"), byId("reviewed"), byId("opened")];
  const progress = byId("review-progress");
  document.documentElement.classList.add("live");
  byId("answer")?.remove();
  let rows = [];
  let edits = new Map();
  let current = null;
  let running = null;
  let found = [];
  const drafting = createDrafting({
    area: byId("text"), bar: byId("bar"), section: byId("live"),
    context: () => ({ destination: form.elements.destination.value, document_type: "written_assessment" }),
    shown: (report) => current && report && keep(report),
    signal,
  });
  byId("opened-tools").append(
    button(word("done_row"), close, { class: "act main" }), " ",
    button(word("next_row"), () => open(rows[rows.indexOf(current) + 1])));

  const chosen = make("span", { class: "note", dir: "auto" });
  chooser(form.elements.file, word("choose_file")).after(" ", chosen);

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    run();
  });
  form.elements.file.addEventListener("change", () => form.elements.file.files.length && run());
  takeDrop((files) => {
    form.elements.file.files = files;
    run();
  }, signal);
  for (const link of document.querySelectorAll(".languages a")) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      turn(link.hreflang).catch(() => { trouble.textContent = say("gone"); });
    });
  }
  openBeside(() => form.elements.file.files.length > 0, signal);
  if (kept) takeUp(kept);

  // The page in another language: the file is reviewed again, with the changes that were made.
  async function turn(language) {
    await settle();
    const kept = { values: valuesOf(form), files: form.elements.file.files, edits, at: current?.at };
    const arrive = await turnTo(language, "/review");
    running?.abort();
    drafting.stop();
    page.abort();
    page = new AbortController();
    start(kept);
    arrive();
  }

  async function takeUp(kept) {
    fill(form, kept.values);
    if (!kept.files.length) return;
    form.elements.file.files = kept.files;
    await run(kept.edits);
    const row = rows.find((one) => one.at === kept.at);
    if (row) open(row);
  }

  async function run(changed = new Map()) {
    running?.abort();
    running = new AbortController();
    reset();
    edits = changed;
    chosen.textContent = form.elements.file.files[0]?.name ?? "";
    tellProgress(0, word("reading"));
    const body = new FormData(form);
    body.set("edits", JSON.stringify(Object.fromEntries(edits)));
    try {
      const done = await reviewed(body, running.signal, (one) =>
        tellProgress(one.done / one.total, word("progress", one)));
      rows = done.rows ?? [];
      show(done);
    } catch (error) {
      if (error.name === "AbortError") return;
      fail(error);
    }
    progress.hidden = true;
  }

  function fail(error) {
    if (error.status !== 401) trouble.textContent = error.message || say("gone");
    else trouble.replaceChildren(say("signed_out"), " ", signInLink("/review"));
  }

  function reset() {
    trouble.textContent = "";
    place.hidden = true;
    opened.hidden = true;
    [rows, edits, current] = [[], new Map(), null];
  }

  function tellProgress(share, sentence) {
    progress.hidden = false;
    progress.querySelector("progress").value = share;
    progress.querySelector("span").textContent = sentence;
  }

  function show(done) {
    place.hidden = false;
    if (done.blocked) {
      place.replaceChildren(make("div", { class: "verdict blocked" }, shape("blocked"),
        make("div", {}, make("h2", {}, called("verdicts", "blocked")), make("p", {}, done.summary))),
        ...done.advice.map((one) => make("p", {}, one)), make("p", {}, word("blocked_file")));
      byId("said").textContent = done.summary;
      return;
    }
    found = done.classes;
    draw();
    byId("said").textContent = word("checked", { count: rows.length });
  }

  function draw() {
    const count = (kind) => rows.filter((row) => row.kind === kind).length;
    place.replaceChildren(
      make("h2", { tabindex: "-1" }, word("summary")),
      make("p", {}, word("counts", { count: rows.length, stop: count("do_not_publish"), review: count("review"), clear: count("clear") }),
        count("blocked") ? ` ${word("counts_blocked", { count: count("blocked") })}` : "",
        count("unread") ? ` ${word("counts_unread", { count: count("unread") })}` : ""),
      ...(found.length ? [classes(found)] : []),
      make("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": word("table") }, table()),
      make("h3", {}, word("export_title")),
      make("p", { class: "note" }, word("export_note")),
      make("p", { class: "tools" }, button(word("export_xlsx"), () => save("xlsx")), " ", button(word("export_html"), () => save("html"))));
  }

  function table() {
    return make("table", { class: "rows" },
      make("caption", {}, word("table")),
      make("thead", {}, make("tr", {}, ["row", "label", "verdict", "findings", ...PARTS].map((one) => make("th", { scope: "col" }, word(one))))),
      make("tbody", {}, rows.map(rowOf)));
  }

  function rowOf(row) {
    const name = row.kind === "unread" ? word("unread") : row.verdict;
    const openable = row.text && row.report && row.kind !== "blocked";
    const opens = openable
      ? button(String(row.row), () => open(row), { class: "open", "aria-label": word("open", { row: row.row }) }) : String(row.row);
    const findings = row.report && row.kind !== "blocked" ? counted(row.report.findings.length) : "";
    return make("tr", { class: row.kind },
      make("th", { scope: "row" }, opens),
      make("td", { dir: "auto" }, row.kind === "blocked" ? "" : row.label, row.part ? [" ", make("span", { class: "note" }, row.part)] : null),
      make("td", {}, shape(row.kind === "unread" ? "trouble" : row.kind), " ", name,
        edits.has(row.at) ? make("span", { class: "note" }, ` (${word("changed")})`) : null,
        row.kind === "unread" ? make("p", { class: "note" }, row.summary) : null),
      make("td", {}, findings),
      PARTS.map((one) => make("td", {}, row.parts[one])));
  }

  async function open(row) {
    await settle();
    if (!row?.text || !row.report) return close();
    current = row;
    place.hidden = true;
    form.hidden = true;
    opened.hidden = false;
    byId("opened-title").textContent = [word("row_title", { row: row.row }), row.label].filter(Boolean).join(" · ");
    byId("text").value = row.text;
    drafting.open();
    byId("opened-title").focus();
    return undefined;
  }

  // What was written after the last answer gets its own before the row is left.
  async function settle() {
    const text = drafting.text();
    if (!current || !text.trim() || text === current.text) return;
    const context = { destination: form.elements.destination.value, document_type: "written_assessment" };
    try {
      keep(await check({ text, context, ignored: [] }, new AbortController().signal), text);
    } catch (error) {
      edits.set(current.at, text);
      fail(error);
    }
  }

  // Every answer about the open row becomes the row's.
  function keep(report, text = drafting.text()) {
    if (text !== current.text) edits.set(current.at, text);
    Object.assign(current, { text, kind: report.verdict, verdict: called("verdicts", report.verdict), report });
  }

  async function close() {
    await settle();
    const row = current;
    current = null;
    drafting.empty();
    opened.hidden = true;
    form.hidden = false;
    rows.sort((a, b) => RANK[b.kind] - RANK[a.kind] || (b.report?.findings.length ?? 0) - (a.report?.findings.length ?? 0) || a.at - b.at);
    show({ classes: found });
    const same = row && [...place.querySelectorAll("button.open")].find((one) => one.textContent === String(row.row));
    (same ?? place.querySelector("h2")).focus();
  }

  async function save(wanted) {
    const body = new FormData(form);
    body.set("wanted", wanted);
    body.set("edits", JSON.stringify(Object.fromEntries(edits)));
    const answer = await fetch(`/review?lang=${language}`, { method: "POST", body, cache: "no-store", headers: { accept: "application/json" } });
    if (answer.ok) download(await answer.blob(), `granskning.${wanted}`);
    else fail(new Refusal(answer.status, await problemOf(answer)));
  }
}

loadWords().then(() => start()).catch(() => document.documentElement.classList.remove("live"));
