// One card for each finding: what, why, what to do, and the law behind it.

import { button, make } from "./dom.js";
import { called, grounds, grouped, say } from "./words.js";

const AT_ONCE = 40;

export function createCards(list, acts) {
  let cards = [];
  let shown = 0;
  let more = null;

  // `found` are findings with their words and, where they stand in the text, their mark.
  function show(found) {
    cards = found.map((one, index) => ({ ...one, number: index + 1, node: null }));
    list.replaceChildren();
    shown = 0;
    grow();
  }

  function grow(until = shown + AT_ONCE) {
    more?.remove();
    for (; shown < Math.min(until, cards.length); shown += 1) {
      cards[shown].node = cardOf(cards[shown], acts);
      list.append(cards[shown].node);
    }
    if (shown >= cards.length) return;
    const rest = button(say("more", { count: grouped(cards.length - shown) }), () => {
      const next = shown;
      grow();
      cards[next].node.focus();
    });
    more = make("li", { class: "more" }, rest);
    list.append(more);
  }

  function cardAt(index) {
    const card = cards[index];
    if (card && !card.node) grow(index + 1);
    return card;
  }

  function cardOfMark(mark) {
    const index = cards.findIndex((one) => one.mark === mark);
    return index < 0 ? undefined : cardAt(index);
  }

  function point(card) {
    list.querySelector('[aria-current="true"]')?.removeAttribute("aria-current");
    card?.node?.setAttribute("aria-current", "true");
  }

  // Return a name of the card that has the focus, by which it is found again after the next answer.
  function focused() {
    const index = cards.findIndex((one) => one.node?.contains(document.activeElement));
    return index < 0 ? null : { key: keyOf(cards[index]), index };
  }

  function focus({ key, index }) {
    const same = cards.findIndex((one) => keyOf(one) === key);
    const card = cardAt(same < 0 ? Math.min(index, cards.length - 1) : same);
    card?.node.focus();
    return Boolean(card);
  }

  return { show, point, focused, focus, cardOfMark, count: () => cards.length };
}

function keyOf(card) {
  return `${card.finding.entity} ${card.words}`;
}

function cardOf(card, acts) {
  const { finding, mark } = card;
  const id = `finding-${card.number}`;
  return make(
    "li",
    { class: `card ${finding.severity}`, id, tabindex: "-1", "aria-labelledby": `${id}-what` },
    make("p", { class: "what", id: `${id}-what` },
      make("span", { class: "number" }, String(card.number)), " ",
      make("span", { class: "entity" }, called("entities", finding.entity)), " ",
      card.words ? make("q", { lang: "sv", dir: "auto" }, shortened(mark ? card.words : dated(card.words))) : null),
    finding.source.kind === "image" && make("p", { class: "note", dir: "auto" }, finding.source.file || say("unnamed")),
    make("p", {}, finding.message),
    make("div", { class: "acts" }, buttonsOf(card, acts, `${id}-what`)),
    lawOf(finding),
  );
}

function buttonsOf(card, acts, about) {
  const described = { "aria-describedby": about };
  const { finding, mark } = card;
  const changes = mark ? finding.suggestions.filter(Boolean) : [];
  return [
    ...changes.map((instead) =>
      button(say(isSentence(finding) ? "replace_sentence" : "replace", { text: shortened(instead) }), () => acts.replace(card, instead), { ...described, class: "act main" })),
    mark && !changes.length ? button(say("replace_strike"), () => acts.replace(card, ""), described) : null,
    button(say(mark ? "go_to" : "go_to_picture"), () => acts.reveal(card), described),
    button(say(finding.entity === "PERSON" ? "nobody_name" : "nobody"), () => acts.ignore(card), described),
  ];
}

// The rewordings of what judges a person are sentences.
export function isSentence(finding) {
  return finding.entity === "VALUE_WORD" || finding.entity === "OPINION";
}

function lawOf(finding) {
  const told = grounds(finding);
  if (!told.length) return null;
  return make("details", {}, make("summary", {}, say("law")), make("ul", {}, told.map((one) => make("li", {}, one))));
}

// Files write dates with colons.
export function dated(value) {
  return value?.replace(/^(\d{4}):(\d\d):(\d\d)\b/, "$1-$2-$3");
}

function shortened(words) {
  return words.length > 120 ? `${words.slice(0, 117)}…` : words;
}

// The words of a finding in a picture's file: a part of the value of its field.
export function wordsIn(finding) {
  const value = finding.source.value ?? "";
  if (finding.start === null) return value;
  return [...value].slice(finding.start, finding.end).join("");
}
