// The answer beside the draft: what to do, what is asked, the five factors, and other places.

import { button, byId, make, shape } from "./dom.js";
import { called, say } from "./words.js";

export function heading(label, level = "h2", attributes = {}) {
  return make(level, attributes, label);
}

export function listed(title, sentences) {
  if (!sentences.length) return [];
  return [heading(title), make("ul", {}, sentences.map((one) => make("li", {}, one)))];
}

// The questions of the report with their answers as buttons.
export function questions(report, answer) {
  if (!report.questions.length) return [];
  return [
    heading(say("questions", {}, "page")),
    make("ul", { class: "questions" }, report.questions.map(({ code, message }) =>
      make("li", {}, make("div", { role: "group", "aria-label": message },
        make("span", {}, message),
        make("span", { class: "yes-no" },
          button(say("answer_yes"), () => answer(code, "yes")),
          button(say("answer_no"), () => answer(code, "no"))))))),
  ];
}

export function assessment(report) {
  const whole = report.assessment;
  if (!whole) return [];
  const rules = whole.rules.map((rule) => make("li", {}, rule.message));
  return [
    heading(say("assessment", {}, "page")),
    rules.length ? make("ul", { class: "rules" }, rules) : null,
    make("table", { class: "factors" },
      make("caption", {}, say("factors", { score: whole.score }, "page")),
      make("thead", {}, make("tr", {}, ["factor", "level", "why"].map((one) =>
        make("th", { scope: "col" }, say(one, {}, "page"))))),
      make("tbody", {}, whole.factors.map(factor))),
  ];
}

function factor(one) {
  const steps = Array.from({ length: one.max }, (_, step) =>
    make("i", { class: step < one.level ? "on" : null }));
  return make("tr", {},
    make("th", { scope: "row" }, called("factors", one.factor)),
    make("td", {},
      make("span", { class: `steps of-${one.max}`, "aria-hidden": "true" }, steps), " ",
      make("span", { class: "level" }, say("level_of", one, "page"))),
    make("td", {}, one.reason));
}

// The same draft at the place that is chosen and at others, each with a button to go there.
export function elsewhere(report, chosen, change) {
  const others = Object.entries(report.elsewhere);
  if (!others.length) return [];
  const all = [[chosen, report.verdict], ...others];
  return [
    heading(say("elsewhere", {}, "page")),
    make("ul", { class: "elsewhere" }, all.map(([name, verdict]) =>
      make("li", {},
        shape(verdict),
        make("span", {},
          name === chosen ? say("current", { name: called("destinations", name) }) : called("destinations", name), ": ",
          make("strong", { class: verdict }, called("verdicts", verdict))),
        name === chosen ? null : button(say("change_place", { name: called("destinations", name) }), () => change(name))))),
  ];
}

// What the writer has judged to be nobody, with a way back.
export function notCounted(ignored, back) {
  if (!ignored.length) return [];
  return [
    heading(say("ignored", { count: ignored.length }), "h3"),
    make("ul", {}, ignored.map((one) => make("li", {},
      `${called("entities", one.entity)} `, make("q", { lang: "sv", dir: "auto" }, one.text), " ",
      button(say("undo"), () => back(one))))),
    make("p", { class: "note" }, say("ignored_note")),
  ];
}

export function fine(report) {
  return make("div", { class: "fine" },
    report.footer.map((one) => make("p", {}, one)),
    make("p", {}, say("reference", { reference: report.reference }, "page")));
}

// The same page for every cause: it knows nothing but the report's fixed sentences.
export function block(report, again) {
  return [
    heading(say("blocked_what")),
    make("p", {}, say("blocked_meaning")),
    heading(say("blocked_whom")),
    report.advice.map((one) => make("p", {}, one)),
    make("p", {}, say("blocked_reference", { reference: report.reference })),
    make("p", { class: "note" }, say("blocked_paused")),
    make("p", {}, button(say("again"), again)),
    make("div", { class: "fine" }, report.footer.map((one) => make("p", {}, one))),
  ];
}

// What the answer is made of besides the report's own sentences.
export function partsOf(copy) {
  const made = {
    heading: heading("", "h2", { tabindex: "-1" }),
    copy: button(say("copy"), copy, { class: "act main" }),
    cards: make("ol", { class: "cards" }),
    cleaned: make("div", { class: "cleaned" }),
    undo: byId("undo"),
    ignored: make("div", { class: "ignored" }),
  };
  made.findings = make("div", { class: "findings" },
    made.heading, make("p", { class: "tools" }, made.copy), made.cleaned, made.cards, made.ignored);
  return made;
}
