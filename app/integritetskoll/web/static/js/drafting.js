// A text with its answer: checked as one writes, marked where it stands, changed with one click.

import { assessment, block, elsewhere, fine, listed, notCounted, partsOf, questions } from "./answer.js";
import { createBar } from "./bar.js";
import { createCards, isSentence, wordsIn } from "./cards.js";
import { createChecking } from "./checking.js";
import { copyCleaned } from "./clipboard.js";
import { afterDrawing, button, make } from "./dom.js";
import { createEditor } from "./editor.js";
import { codePoints } from "./offsets.js";
import { isWaiting } from "./readings.js";
import { createSending } from "./sending.js";
import { troubleOf } from "./trouble.js";
import { called, counted, grouped, say } from "./words.js";

// `context()` and `files()` give what goes with the text; `shown(report)` hears of every answer.
export function createDrafting({ area, bar: barNode, section, context, files = () => [], shown = () => {}, answer, change, revealPicture, ignored = [], signal }) {
  const editor = createEditor(area);
  const most = Number(area.dataset.most);
  const bar = createBar(barNode, step);
  const parts = partsOf(copy);
  const acts = { replace, reveal, ignore };
  const cards = createCards(parts.cards, acts);
  let report = null;
  let signedOut = false;
  let held = false; // after a block nothing is checked until somebody asks
  const checking = createChecking({
    send: createSending({ draft, files, told: bar.uploaded, marked: (ahead) => editor.mark(ahead.findings, area.value), blocked: stoppedAhead }),
    show,
    fail,
    busy: (on) => bar.busy(on, say(isWaiting(files()) ? "checking_pictures" : "checking")),
  });

  area.addEventListener("input", typed);
  area.addEventListener("keydown", (event) => {
    if (event.key !== "F8" || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    step(event.shiftKey ? -1 : 1);
  });
  document.addEventListener("selectionchange", pointAtCaret, { signal });
  addEventListener("focus", () => signedOut && again(), { signal }); // back from the tab beside
  addEventListener("online", () => barNode.classList.contains("trouble") && again(), { signal });

  function draft() {
    return { text: area.value, context: context(), ignored };
  }

  function typed(event) {
    editor.follow();
    parts.undo.replaceChildren();
    if (event?.inputType === "insertFromPaste") held = false;
    changed(event?.inputType === "insertFromPaste");
  }

  // Something of the draft is another than it was.
  function changed(atOnce = false) {
    parts.cleaned.replaceChildren();
    if (!area.value.trim() && !files().length) return empty();
    if (held) return undefined;
    if (area.value.length > most && codePoints(area.value) > most) return tooLong();
    return atOnce ? checking.now() : checking.soon();
  }

  function again() {
    held = false;
    return changed(true);
  }

  function empty() {
    held = false;
    report = null;
    ignored = [];
    checking.stop();
    clearAnswer();
    bar.idle();
    shown(null);
  }

  function tooLong() {
    report = null;
    checking.stop();
    clearAnswer();
    bar.trouble(say("longest", { count: grouped(codePoints(area.value)), limit: grouped(most) }));
  }

  function clearAnswer() {
    editor.clear();
    cards.show([]);
    section.replaceChildren();
    section.hidden = true;
    parts.cleaned.replaceChildren();
    parts.undo.replaceChildren();
  }

  function show(now) {
    report = now;
    signedOut = false;
    const focus = cards.focused();
    if (now.verdict === "blocked") return stopped(focus);
    editor.mark(now.findings, area.value);
    bar.show(now, { number: now.findings.length, words: counted(now.findings.length) });
    barNode.setAttribute("aria-busy", "true");
    // The marks are drawn before the cards are made: who writes looks at the text.
    return afterDrawing(() => {
      if (report !== now) return;
      cards.show(found());
      fillAnswer();
      if (focus && !cards.focus(focus)) section.focus();
      barNode.setAttribute("aria-busy", String(checking.running()));
      shown(now);
    });
  }

  function stopped(focus) {
    held = true;
    ignored = [];
    clearAnswer();
    bar.show(report, { number: 0, words: "" });
    section.replaceChildren(...block(report, again).flat());
    section.hidden = false;
    if (focus) section.focus();
    shown(report);
  }

  function stoppedAhead(now) {
    checking.stop();
    show(now);
  }

  function found() {
    const marks = new Map(editor.marks().map((mark) => [mark.finding, mark]));
    return report.findings.map((finding) => {
      const mark = marks.get(finding);
      return { finding, mark, words: mark ? editor.textOf(mark) : wordsIn(finding) };
    });
  }

  function fillAnswer() {
    const count = report.findings.length;
    parts.heading.textContent = `${say("heading_findings")} (${count})`;
    parts.copy.hidden = !area.value.trim() || !editor.marks().length;
    section.replaceChildren(
      ...listed(say("advice", {}, "page"), report.advice),
      ...questions(report, answer ?? (() => {})),
      ...(count || ignored.length ? [parts.findings] : []),
      ...assessment(report).filter(Boolean),
      ...(change ? elsewhere(report, context().destination, change) : []),
      fine(report),
    );
    fillIgnored();
    section.hidden = false;
  }

  function fillIgnored() {
    parts.ignored.replaceChildren(...notCounted(ignored, (one) => {
      ignored = ignored.filter((other) => other !== one);
      changed(true);
      parts.heading.focus();
    }));
  }

  function replace(card, instead) {
    const before = editor.textOf(card.mark);
    const next = cards.focused();
    editor.put(card.mark, instead, Boolean(instead) && isSentence(card.finding));
    const sentence = say(instead ? "replaced" : "struck", { before, after: instead });
    parts.undo.replaceChildren(make("span", {}, sentence), " ", button(say("undo"), undo));
    bar.tell(sentence, 1);
    if (next) cards.focus({ key: "", index: next.index });
    checking.now();
  }

  function undo() {
    area.focus({ preventScroll: true });
    document.execCommand("undo");
    parts.undo.replaceChildren();
    bar.tell(say("undone"), 1);
  }

  function ignore(card) {
    if (!card.words) return;
    ignored = [...ignored, { entity: card.finding.entity, text: card.words }];
    changed(true);
  }

  function reveal(card) {
    if (!card.mark) return revealPicture?.(card.finding.source.file);
    editor.reveal(card.mark);
    return cards.point(card);
  }

  function step(by) {
    const mark = editor.beside(by);
    if (!mark) return;
    editor.reveal(mark);
    const card = cards.cardOfMark(mark);
    if (!card) return; // marked ahead of the answer
    cards.point(card);
    const { finding } = mark;
    bar.tell(say("finding_said", { number: card.number, count: cards.count(), entity: called("entities", finding.entity), message: finding.message }), 1);
  }

  function pointAtCaret() {
    if (document.activeElement !== area || !editor.marks().length) return;
    const mark = editor.at(area.selectionStart);
    editor.point(mark);
    cards.point(mark && cards.cardOfMark(mark));
  }

  function fail(error) {
    report = null;
    clearAnswer();
    signedOut = error.status === 401;
    bar.trouble(...troubleOf(error, again));
    if (error.seconds > 0) setTimeout(() => barNode.classList.contains("trouble") && again(), 1_000 * error.seconds);
    shown(null);
  }

  async function copy() {
    const done = await copyCleaned(draft(), parts.cleaned, bar);
    if (done?.verdict === "blocked") show(done);
  }

  // The area was given another text.
  function open() {
    ignored = [];
    held = false;
    clearAnswer();
    editor.follow();
    changed(true);
  }

  // The page is replaced: nothing of this one speaks any more.
  function stop() {
    checking.stop();
    editor.clear();
    bar.hush();
  }

  return { changed, again, empty, open, fail, stop, text: () => area.value, ignored: () => ignored };
}
