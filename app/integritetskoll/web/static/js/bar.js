// The verdict, always in sight: in words, in colour and as a shape. What changes is said once.

import { byId, make, shape } from "./dom.js";
import { called, say } from "./words.js";

const QUIET = 700;
const PATIENCE = 500;
const STATES = ["idle", "checking", "trouble", "clear", "review", "do_not_publish", "blocked"];

export function createBar(bar, onstep) {
  const [picture, word, summary, note, jump] = ["shape", "word", "summary", "note", "jump"].map((part) => bar.querySelector(`[data-part="${part}"]`));
  const steps = bar.querySelector(".bar-steps");
  const progress = bar.querySelector("progress");
  const title = document.title;
  let said = "";
  let telling = 0;
  let waiting = 0;
  steps.replaceChildren(stepButton("previous", -1, "↑", onstep), stepButton("next", 1, "↓", onstep));
  bar.hidden = false;
  new ResizeObserver(() => bar.offsetHeight && keepClear(bar.offsetHeight)).observe(bar);

  function state(name, words, sentence) {
    if (!bar.classList.contains(name)) {
      bar.classList.remove(...STATES);
      bar.classList.add(name);
      picture.replaceChildren(shape(name));
    }
    word.textContent = words;
    jump.hidden = true;
    summary.textContent = sentence;
  }

  function idle() {
    steps.hidden = true;
    state("idle", say("idle_word"), say("idle"));
    document.title = title;
  }

  function show(report, count) {
    const name = called("verdicts", report.verdict);
    const rest = report.summary.startsWith(`${name}. `) ? report.summary.slice(name.length + 2) : report.summary;
    state(report.verdict, name, rest);
    steps.hidden = report.verdict === "blocked" || count.number === 0;
    jump.textContent = [say("to_answer"), count.words && `(${count.words})`].filter(Boolean).join(" ");
    jump.hidden = false;
    document.title = `${name} · ${title}`;
    tell(report.verdict === "blocked" ? report.summary : say("result_said", { verdict: name, count: count.words }));
  }

  function trouble(sentence, ...acts) {
    steps.hidden = true;
    state("trouble", say("not_now"), "");
    summary.replaceChildren(sentence, " ", ...acts);
    tell(`${say("not_now")}. ${sentence}`);
  }

  // An answer that takes its time is not the old one any more.
  function busy(on, sentence) {
    clearTimeout(waiting);
    bar.setAttribute("aria-busy", String(on));
    note.textContent = on ? sentence : "";
    if (!on) progress.hidden = true;
    if (on) waiting = setTimeout(() => { state("checking", sentence, ""); note.textContent = ""; }, PATIENCE);
  }

  // Pictures on their way: what was said before they came does not hold for the whole draft.
  function uploaded(share) {
    if (bar.getAttribute("aria-busy") !== "true") return; // nobody waits for them any more
    state("checking", say("checking_pictures"), "");
    progress.hidden = share >= 1;
    progress.value = share;
    note.textContent = say("uploading", { percent: Math.round(100 * share) });
  }

  function tell(sentence, at = QUIET) {
    clearTimeout(telling);
    if (sentence === said && at) return;
    telling = setTimeout(() => {
      said = sentence;
      byId("said").textContent = sentence;
    }, at);
  }

  function hush() {
    clearTimeout(telling);
    clearTimeout(waiting);
  }

  return { idle, show, trouble, busy, uploaded, tell, hush };
}

// What the page jumps to comes below the bar, however much the bar has to say.
function keepClear(height) {
  document.documentElement.style.scrollPaddingTop = `${height + 16}px`;
}

function stepButton(code, step, arrow, onstep) {
  return make("button", { type: "button", class: "step", onclick: () => onstep(step), title: say(code), "aria-label": say(code) }, arrow);
}
